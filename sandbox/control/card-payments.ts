import type { Hono } from 'hono'
import * as z from 'zod'
import { releasePayment } from '../domain/card-payments/release-payment'
import { settlePayment } from '../domain/card-payments/settle-payment'
import type { Sandbox } from '../sandbox'
import { write } from './write'

const id = z.string().regex(/^[0-9]+$/)
const Clearing = z.object({ id, amount: z.int().positive().optional(), moreToCome: z.boolean().optional() })
const Release = z.object({
  id,
  by: z.enum(['REVERSAL', 'CANCELLATION', 'EXPIRY']),
  reason: z.string().max(255).optional(),
})

/** What shops do after a purchase, which the vendor's simulator does not offer: take their money, or call it off. */
export function cardPaymentControl(app: Hono, sandbox: Sandbox): void {
  write(app, '/card-settlement', Clearing, async ({ id, ...clearing }) => {
    const settled = await sandbox.run((ctx) => settlePayment(ctx, id, clearing))
    return settled.ok ? { settlementId: settled.value.id } : { refused: settled.refusal }
  })
  write(app, '/card-release', Release, async ({ id, by, reason }) => {
    const released = await sandbox.run((ctx) => releasePayment(ctx, id, by, reason))
    return released.ok ? { released: id } : { refused: released.refusal }
  })
}
