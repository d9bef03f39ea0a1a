import * as z from 'zod'
import { CurrencyAmount, Id } from '../common'
import { simulation } from '../simulation'

const iban = z
  .string()
  .max(50)
  .regex(/^[a-zA-Z0-9_-]+$/)

/** Money that another bank sends; where it comes from is told in one of several ways, or not at all. */
export const DepositRequest = z.object({
  depositAmount: CurrencyAmount,
  senderName: z.string().optional(),
  reference: z.string().optional(),
  receiverName: z.string().optional(),
  txId: z.int().optional(),
  senderIban: iban.optional(),
  sepa: z.object({ iban: z.string(), bankIdentifierCode: z.string().optional() }).optional(),
  fasterPayments: z
    .object({ accountNumber: z.string().regex(/^[0-9]{8}$/), sortCode: z.string().regex(/^[0-9]{6}$/) })
    .optional(),
  accountDescriptor: z.record(z.string(), z.unknown()).optional(),
  paymentNetwork: z.enum(['SEPA', 'FASTER_PAYMENTS', 'SWIFT', 'BACS', 'CHAPS', 'RIX']).optional(),
})

export const DepositCode = z.enum([
  'COMPLETED',
  'DENIED_ACCOUNT_NOT_FOUND',
  'DENIED_AMOUNT_NOT_POSITIVE',
  'DENIED_CURRENCY_NOT_ACCOUNT_CURRENCY',
  'DENIED_ACCOUNT_INACTIVE',
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
  body: DepositRequest,
  answer: z.object({ code: DepositCode }),
})
