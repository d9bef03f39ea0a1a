import type { ActorCtx } from '../context'

const payments = ['sandbox_send', 'sandbox_wire', 'sandbox_correspondent_transfer'] as const

/** Whether one of the identity's own orders still waits for its time: to pay from the account, or to move money to it. */
export async function hasScheduledPayment(ctx: ActorCtx, accountId: string): Promise<boolean> {
  const transfer = await ctx.tx
    .selectFrom('sandbox_transfer')
    .select('id')
    .where('state', '=', 'SCHEDULED')
    .where('identity_id', '=', ctx.actor.identityId)
    .where((eb) => eb.or([eb('source_id', '=', accountId), eb('destination_id', '=', accountId)]))
    .limit(1)
    .executeTakeFirst()
  if (transfer) return true
  for (const table of payments) {
    const payment = await ctx.tx
      .selectFrom(table)
      .select('id')
      .where('source_id', '=', accountId)
      .where('state', '=', 'SCHEDULED')
      .limit(1)
      .executeTakeFirst()
    if (payment) return true
  }
  return false
}
