import type { LinkedAccountVerificationStep } from '../../../contract/linked-accounts'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { underVerification } from './due'
import { isOver } from './verification-rows'
import { endRun, endSteps } from './verification-run'

/**
 * Decides a verification over the head of its steps; where none is under way there is nothing left to decide. Mirrors
 * `linked_accounts_account_id_set`.
 */
export async function setVerification(
  ctx: Ctx,
  id: string,
  state: 'VERIFIED' | 'REJECTED',
): Promise<Outcome<undefined, 'NOT_FOUND'>> {
  if (!(await exists(ctx, id))) return refuse('NOT_FOUND')
  const under = await underVerification(ctx, id)
  if (!under) return done(undefined)
  const status = state === 'VERIFIED' ? 'COMPLETED' : 'REJECTED'
  const completedTimestamp = ctx.now()
  const steps = under.run.steps.map((step) =>
    isOver(step) ? step : ({ ...step, status, completedTimestamp } as const),
  )
  await endRun(ctx, under.account, { ...under.run, steps }, state, 'Set by the simulator')
  return done(undefined)
}

/** Ends single steps, all open ones where none is named. Mirrors `linked_accounts_account_id_verify`. */
export async function endVerificationSteps(
  ctx: Ctx,
  id: string,
  which: readonly LinkedAccountVerificationStep[] | undefined,
  result: 'COMPLETED' | 'REJECTED',
): Promise<Outcome<undefined, 'NOT_FOUND' | 'ALREADY_COMPLETED' | 'ALREADY_REJECTED'>> {
  if (!(await exists(ctx, id))) return refuse('NOT_FOUND')
  const under = await underVerification(ctx, id)
  if (!under) return refuse((await lastState(ctx, id)) === 'REJECTED' ? 'ALREADY_REJECTED' : 'ALREADY_COMPLETED')
  const { account, run } = under
  const named = run.steps.filter(({ step }) => which?.includes(step) ?? true)
  const open = named.filter((step) => !isOver(step))
  // A rejected step would have ended the run.
  if (which !== undefined && open.length < named.length) return refuse('ALREADY_COMPLETED')
  if (open.length > 0)
    await endSteps(
      ctx,
      account,
      run,
      open.map(({ step }) => step),
      result,
    )
  return done(undefined)
}

async function exists(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom('sandbox_linked_account').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

async function lastState(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('sandbox_linked_verification')
    .select('state')
    .where('linked_account_id', '=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.state
}
