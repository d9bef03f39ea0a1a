import * as z from 'zod'
import { CurrencyAmount, Id } from '../common'
import { IbanDetails } from '../managed-accounts'
import { simulation } from '../simulation'

const told = {
  depositAmount: CurrencyAmount,
  senderName: z.string().optional(),
  reference: z.string().optional(),
  receiverName: z.string().optional(),
  /** Becomes the id of the transaction. */
  txId: z.int().optional(),
  paymentNetwork: z.enum(['SEPA', 'FASTER_PAYMENTS', 'SWIFT', 'BACS', 'CHAPS', 'RIX']).optional(),
}
const accountDescriptor = z.object({ accountDescriptor: z.string().max(50) })

/** Money that another bank sends; where it comes from is told in one of several ways, or not at all. */
export const DepositRequestByAccountId = z.object({
  ...told,
  senderIban: z
    .string()
    .max(50)
    .regex(/^[a-zA-Z0-9_-]+$/)
    .optional(),
  sepa: IbanDetails.optional(),
  fasterPayments: z
    .object({ accountNumber: z.string().regex(/^[0-9]{8}$/), sortCode: z.string().regex(/^[0-9]{6}$/) })
    .optional(),
  accountDescriptor: accountDescriptor.optional(),
})

const iban = z.object({
  iban: z.string().regex(/^[A-Z0-9]*$/),
  bankIdentifierCode: z
    .string()
    .regex(/^[A-Z0-9]*$/)
    .optional(),
})
const fasterPayments = z.object({
  accountNumber: z.string().regex(/^[0-9]*$/),
  sortCode: z
    .string()
    .length(6)
    .regex(/^[0-9]*$/),
  secondaryReference: z.string().optional(),
})

/** The same to whoever has an IBAN, or a sort code and account number; the bare `iban` is the older way to say it. */
export const DepositRequest = z.object({
  ...told,
  iban: z.string().optional(),
  paymentReference: z.string().optional(),
  senderIbanDetails: iban.optional(),
  senderFasterPaymentsDetails: fasterPayments.optional(),
  senderAccountDescriptorDetails: accountDescriptor.optional(),
  destinationIbanDetails: iban.optional(),
  destinationFasterPaymentsDetails: fasterPayments.optional(),
})

export const DepositCode = z.enum([
  'COMPLETED',
  'DENIED_ACCOUNT_NOT_FOUND',
  'DENIED_AMOUNT_NOT_POSITIVE',
  'DENIED_CURRENCY_NOT_ACCOUNT_CURRENCY',
  'DENIED_ACCOUNT_INACTIVE',
  'DENIED_INVALID_TX_ID',
  'DENIED_OTHER',
  'DENIED_ACCOUNT_NOT_UPGRADED_TO_IBAN',
])
export type DepositCode = z.infer<typeof DepositCode>

/** Money arrives on an account that has an IBAN. */
export const simulateAccountDeposit = simulation({
  id: 'accounts_account_id_deposit',
  summary: 'Let money arrive on an account',
  method: 'POST',
  path: '/accounts/{account_id}/deposit',
  params: z.object({ account_id: Id }),
  body: DepositRequestByAccountId,
  answer: z.object({ code: DepositCode }),
})

/** Money arrives at an account number, as by a real transfer: its sender may turn out to be a linked account. */
export const simulateDeposit = simulation({
  id: 'accounts_deposit',
  summary: 'Let money arrive at an account number',
  method: 'POST',
  path: '/accounts/deposit',
  body: DepositRequest,
  answer: z.object({ code: DepositCode.exclude(['DENIED_ACCOUNT_NOT_UPGRADED_TO_IBAN']) }),
})
