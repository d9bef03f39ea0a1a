import * as z from 'zod'
import { CurrencyAmount, Id, IdentityId, Timestamp } from './common'
import { endpoint } from './endpoint'
import { CardMode } from './managed-card'
import { AvailableToSpend } from './spend-rules'

/** The shop, as the card scheme describes it. */
export const MerchantData = z.object({
  merchantName: z.string(),
  merchantCategoryCode: z.string(),
  merchantId: z.string(),
  merchantDescription: z.string().optional(),
  merchantStreet: z.string().optional(),
  merchantCity: z.string().optional(),
  merchantState: z.string().optional(),
  merchantPostalCode: z.string().optional(),
  merchantCountry: z.string().optional(),
  merchantTelephone: z.string().optional(),
  merchantURL: z.string().optional(),
  merchantNameOther: z.string().optional(),
  merchantNetworkId: z.string().optional(),
  merchantContact: z.string().optional(),
})
export type MerchantData = z.infer<typeof MerchantData>

export const CardHolderPresent = z.enum(['PRESENT', 'NOT_PRESENT', 'PRESENCE_UNKNOWN'])

/** What kind of purchase a card is asked for. */
export const AuthorisationTransactionType = z.enum([
  'SALE_PURCHASE',
  'MAIL_OR_TELEPHONE_ORDER',
  'CASH_WITHDRAWAL',
  'ORIGINAL_CREDIT_TRANSACTION',
  'ACCOUNT_FUNDING_TRANSACTION',
  'CASH_DISBURSEMENT',
  'PURCHASE_REFUND',
])

/** The issuer's code of an authorisation. */
export const AuthCode = z.string().min(1).max(6)

/** A purchase that waits for the platform's word. Balances and limits are those before it. */
export const CardAuthorisationRequest = z.object({
  cardId: Id,
  transactionId: Id,
  authorisationType: z.enum(['AUTHORISED', 'AUTHORISED_CREDIT']),
  /** In the shop's currency. */
  sourceAmount: CurrencyAmount,
  /** In the card's. */
  transactionAmount: CurrencyAmount,
  /** With the padding and the fee of a currency exchange. */
  totalTransactionCost: CurrencyAmount,
  transactionTimestamp: Timestamp,
  merchantData: MerchantData,
  owner: IdentityId,
  cardholderPresent: CardHolderPresent.optional(),
  cardPresent: z.boolean().optional(),
  authCode: AuthCode.optional(),
  forexPadding: CurrencyAmount.optional(),
  forexFee: CurrencyAmount.optional(),
  mode: CardMode.optional(),
  transactionType: AuthorisationTransactionType.optional(),
  /** Prepaid cards only. */
  availableBalance: CurrencyAmount.optional(),
  /** Debit cards only, as what follows. */
  parentManagedAccountId: z.string().optional(),
  availableToSpend: z.array(AvailableToSpend).optional(),
})
export type CardAuthorisationRequest = z.infer<typeof CardAuthorisationRequest>

/** Asks the platform whether a purchase may go through; spend rules have let it pass. The answer is due in 1.5 s. */
export const managed_cards_authorisation_forwarding = endpoint({
  section: 'managed-cards',
  auth: 'webhooks-key',
  id: 'managed_cards_authorisation_forwarding',
  summary: 'Decide a purchase',
  method: 'POST',
  path: '/managed_cards/authorisation_request',
  permission: 'public',
  headers: z.object({
    'call-ref': z.string().optional(),
    'published-timestamp': z
      .string()
      .regex(/^[0-9]+$/)
      .optional(),
    signature: z.string().optional(),
    'signature-v2': z.string().optional(),
  }),
  body: CardAuthorisationRequest,
  // The published document leaves `result` optional; an answer without it decides nothing.
  responses: { 200: z.object({ result: z.enum(['APPROVED', 'DENIED']).optional() }) },
})
