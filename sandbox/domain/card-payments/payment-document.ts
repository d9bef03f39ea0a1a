import type { Selectable } from 'kysely'
import * as z from 'zod'
import {
  AuthorisationTransactionType,
  CardHolderPresent,
  MerchantData,
} from '../../../contract/card-authorisation-forwarding'
import { AuthDeclineReason, AuthorisationCategory } from '../../../contract/card-payment'
import { CurrencyAmount } from '../../../contract/common'
import { AuthRuleFailedReason } from '../../../contract/events/cards'
import type { SandboxCardPaymentTable } from '../../../storage/schema/card-payments'

const Rate = z.object({ value: z.int(), scale: z.int() })

/** What a payment has that nobody searches by, kept as JSON. Amounts without a currency are in the account's. */
export const PaymentDocument = z.object({
  merchant: MerchantData,
  /** What the shop asks for, in its own currency. */
  source: CurrencyAmount,
  /** The same in the account's. */
  billing: z.int(),
  /** What exchanging currencies costs, and what is held beside it in case that rates move. */
  forexFee: z.int(),
  padding: z.int(),
  /** What the programme takes for it. */
  fee: z.int(),
  /** From the shop's currency to the account's; only where they differ. */
  rate: Rate.optional(),
  /** What the cardholder reads, where the card has a currency for that. */
  user: z.object({ currency: z.string(), amount: z.int(), rate: Rate }).optional(),
  cardPresent: z.boolean(),
  cardholderPresent: CardHolderPresent,
  contactless: z.boolean(),
  cashback: z.boolean(),
  transactionType: AuthorisationTransactionType,
  category: AuthorisationCategory,
  authCode: z.string(),
  /** When it happened at the shop. */
  at: z.int(),
  /** What the shop has had of `billing` so far. */
  cleared: z.int(),
  /** What the platform said, where it was asked. */
  forwarding: z.object({ outcome: z.enum(['APPROVE', 'DECLINE']), timedOut: z.boolean() }).optional(),
  decline: z.object({ reason: AuthDeclineReason, rule: AuthRuleFailedReason.optional() }).optional(),
})
export type PaymentDocument = z.infer<typeof PaymentDocument>

/** Why a purchase does not go through. */
export type Decline = NonNullable<PaymentDocument['decline']>

export type PaymentRow = Selectable<SandboxCardPaymentTable>
/** A payment with its document read. */
export type Payment = PaymentRow & { doc: PaymentDocument }

export const withDocument = (row: PaymentRow): Payment => ({
  ...row,
  doc: PaymentDocument.parse(JSON.parse(row.document)),
})

/** All that a purchase costs but the programme's own fee: what its authorisation is for. */
export const totalOf = ({ billing, forexFee, padding }: Pick<PaymentDocument, 'billing' | 'forexFee' | 'padding'>) =>
  billing + forexFee + padding
