import { locked } from '../../../storage/lock'
import type { Ctx } from '../context'
import type { LinkedAccountRow } from './find-linked-account'
import { pendingRun, type Run } from './verification-rows'
import { endRun, endSteps } from './verification-run'

/** Weavr's checks are through, well. */
async function review(ctx: Ctx, id: string): Promise<void> {
  const under = await underVerification(ctx, id)
  if (under) await endSteps(ctx, under.account, under.run, ['INTERNAL_CHECKS'], 'COMPLETED')
}

/** Nobody finished the verification in time. */
async function expire(ctx: Ctx, id: string): Promise<void> {
  const under = await underVerification(ctx, id)
  if (under) await endRun(ctx, under.account, under.run, 'REJECTED', 'Not completed in time')
}

export const linkedAccountDue = { 'linked-account-review': review, 'linked-account-expiry': expire } as const

/** A linked account whoever holds it, with the verification that is under way, both locked. */
export async function underVerification(
  ctx: Ctx,
  id: string,
): Promise<{ account: LinkedAccountRow; run: Run } | undefined> {
  const query = ctx.tx
    .selectFrom('sandbox_linked_account')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'PENDING_VERIFICATION')
  const account = await locked(ctx.engine, query).executeTakeFirst()
  const run = account && (await pendingRun(ctx, id))
  return account && run && { account, run }
}
