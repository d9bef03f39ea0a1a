import type * as z from 'zod'
import type { Webhook } from '../../../contract/webhook'
import { insertRow, type MoneyCtx } from '../ledger/batch'

/**
 * Tells the platform what happened: the message is written in the verb's own transaction and leaves after the commit, or
 * not at all; where there is no address for it, it is kept for whoever wants to see it. `payload` must have the form of the
 * contract.
 */
export async function emit<const W extends Webhook>(
  ctx: MoneyCtx,
  hook: W,
  payload: z.input<W['payload']>,
): Promise<void> {
  await insertRow(ctx, 'sandbox_webhook', {
    id: ctx.newId(),
    event: hook.id,
    path: hook.path,
    payload: JSON.stringify(hook.payload.parse(payload)),
    status: ctx.addressed ? 'PENDING' : 'UNADDRESSED',
    attempts: 0,
    next_attempt_at: ctx.now(),
    last_result: null,
    created_at: ctx.now(),
    delivered_at: null,
  })
  if (ctx.addressed) ctx.wakes.add('webhooks')
}
