import * as z from 'zod'
import { Currency } from '../common'

/** What somebody may pay in one currency, in its minor units; what is left out is not limited. */
export const PaymentLimit = z.object({
  currency: Currency,
  perPayment: z.int().min(0).optional(),
  perDay: z.int().min(0).optional(),
})
export type PaymentLimit = z.infer<typeof PaymentLimit>
