import type { Ctx } from '../context'

const KEPT_MS = 7 * 24 * 60 * 60_000
const KEPT = 20_000

/** Removes messages that nobody looks at any more: of more than a week ago, or with 20,000 newer ones. */
export async function tidyWebhooks(ctx: Ctx, kept = KEPT): Promise<void> {
  // The rest has its tries before it.
  const settled = ctx.tx.deleteFrom('sandbox_webhook').where('status', '<>', 'PENDING')
  await settled.where('created_at', '<=', ctx.now() - KEPT_MS).execute()
  const last = await ctx.tx
    .selectFrom('sandbox_webhook')
    .select(['created_at', 'id'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(kept)
    .limit(1)
    .executeTakeFirst()
  if (last)
    await settled
      .where((eb) =>
        eb.or([
          eb('created_at', '<', last.created_at),
          eb.and([eb('created_at', '=', last.created_at), eb('id', '<=', last.id)]),
        ]),
      )
      .execute()
  await ctx.tx
    .deleteFrom('sandbox_webhook_try')
    .where('webhook_id', 'not in', (eb) => eb.selectFrom('sandbox_webhook').select('id'))
    .execute()
}
