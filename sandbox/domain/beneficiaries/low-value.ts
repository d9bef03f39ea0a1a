import { locked } from '../../../storage/lock'
import type { ActorCtx } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'
import { programme } from '../programme'

const { below, cumulated, payments: most } = programme.lowValue

/**
 * Whether a payment is small enough to go without a challenge, counted if so: a few small ones in a row may, until the
 * person has confirmed something again. Amounts of all currencies count as if they were euro.
 */
export async function takeLowValue(ctx: ActorCtx & MoneyCtx, amount: number): Promise<boolean> {
  if (amount >= below) return false
  const { credentialId: credential_id } = ctx.actor
  // Before the count is read, as for any payment: two at once do not both take the last one.
  await lockLedger(ctx)
  const since = await lastConfirmation(ctx)
  const query = ctx.tx.selectFrom('sandbox_exempt_payment').selectAll().where('credential_id', '=', credential_id)
  const row = await locked(ctx.engine, query).executeTakeFirst()
  const used = row && row.since >= since ? row : { payments: 0, amount: 0 }
  if (used.payments >= most || used.amount + amount > cumulated) return false
  const now = { payments: used.payments + 1, amount: used.amount + amount, since }
  await ctx.tx
    .insertInto('sandbox_exempt_payment')
    .values({ credential_id, ...now })
    .onConflict((oc) => oc.column('credential_id').doUpdateSet(now))
    .execute()
  return true
}

/** When the last challenge was issued by which this person confirmed something. */
async function lastConfirmation(ctx: ActorCtx): Promise<number> {
  const last = await ctx.tx
    .selectFrom('sandbox_challenge')
    .select((eb) => eb.fn.max('issued_at').as('issued_at'))
    .where('credential_id', '=', ctx.actor.credentialId)
    .where('purpose', '=', 'CONFIRMATION')
    .where('status', '=', 'VERIFIED')
    .executeTakeFirst()
  return Number(last?.issued_at ?? 0)
}
