import type { Ctx } from '../context'
import { forgetPayment } from './decide-payment'
import { releasePayment } from './release-payment'
import { settlePayment } from './settle-payment'

/** Both do nothing to a payment that has come to its end by another way. */
async function settle(ctx: Ctx, id: string): Promise<void> {
  await settlePayment(ctx, id)
}
async function expire(ctx: Ctx, id: string): Promise<void> {
  await releasePayment(ctx, id, 'EXPIRY')
}

export const cardPaymentDue = {
  'card-payment-settlement': settle,
  'card-payment-expiry': expire,
  'card-payment-forgotten': forgetPayment,
} as const
