import type { LinkedAccountVerificationStep } from '../../../contract/linked-accounts'
import type { Ctx } from '../context'
import { later, noLonger } from '../due/later'
import { programme } from '../programme'
import type { LinkedAccountRow } from './find-linked-account'
import { moveLinkedAccount } from './move-linked-account'
import type { Landing } from './own-references'
import { isOver, type Run, type Step } from './verification-rows'

const { lifeMs, reviewMs, amount } = programme.linkedAccounts.verification

/**
 * Begins a verification: the root user declares that the account is theirs, money goes from there to here (from here to
 * there where the other bank is too far away for the first), and Weavr checks. The steps do not wait for each other.
 */
export async function openVerification(ctx: Ctx, account: LinkedAccountRow, landing: Landing): Promise<void> {
  const id = ctx.newId()
  const steps: Step[] = [
    { step: 'USER_DECLARATION_SCA_CHALLENGE', status: 'PENDING_USER' },
    movementOf(account, landing),
    { step: 'INTERNAL_CHECKS', status: 'PENDING_REVIEW' },
  ]
  await ctx.tx
    .insertInto('sandbox_linked_verification')
    .values({
      id,
      linked_account_id: account.id,
      state: 'PENDING',
      steps: JSON.stringify(steps),
      overridden_reason: null,
      completed_at: null,
      created_at: ctx.now(),
    })
    .execute()
  await later(ctx, 'linked-account-expiry', account.id, ctx.now() + lifeMs)
}

function movementOf(account: LinkedAccountRow, landing: Landing): Step {
  const money = { currency: account.currency, amount }
  if (account.reference_key.startsWith('other:'))
    return {
      step: 'MICRO_DEPOSIT',
      status: 'PENDING_EXECUTION',
      details: { amount: money, senderName: landing.ownerName },
    }
  const accountType = landing.ownerType === 'CORPORATE' ? 'BUSINESS' : 'PERSONAL'
  return {
    step: 'TRANSFER_INSTRUCTION',
    status: 'PENDING_USER',
    details: {
      amount: money,
      reference: referenceOf(account.id),
      destination: { accountOwnerName: landing.ownerName, accountType, accountReference: landing.reference },
    },
  }
}

/** What the transfer has to say, short enough for any bank's form. */
export const referenceOf = (linkedAccountId: string) => `LA${linkedAccountId.slice(-12)}`

/** Ends some of the open steps of a run, and with a rejected one, or with the last one, the run and what hangs on it. */
export async function endSteps(
  ctx: Ctx,
  account: LinkedAccountRow,
  run: Run,
  which: readonly LinkedAccountVerificationStep[],
  status: 'COMPLETED' | 'REJECTED',
): Promise<void> {
  const now = ctx.now()
  const steps = run.steps.map((step) =>
    which.includes(step.step) && !isOver(step) ? { ...step, status, completedTimestamp: now } : step,
  )
  const open = steps.filter((step) => !isOver(step))
  if (status === 'REJECTED') return endRun(ctx, account, { ...run, steps }, 'REJECTED')
  if (open.length === 0) return endRun(ctx, account, { ...run, steps }, 'VERIFIED')
  await ctx.tx
    .updateTable('sandbox_linked_verification')
    .set({ steps: JSON.stringify(steps) })
    .where('id', '=', run.row.id)
    .execute()
  // When everyone else has done their part, Weavr's own checks take a moment.
  if (open.every(({ step }) => step === 'INTERNAL_CHECKS'))
    await later(ctx, 'linked-account-review', account.id, now + reviewMs)
}

/** Ends a run; `overriddenReason` says why where it was not the steps that decided. */
export async function endRun(
  ctx: Ctx,
  account: LinkedAccountRow,
  run: Run,
  state: 'VERIFIED' | 'REJECTED',
  overriddenReason?: string,
): Promise<void> {
  await ctx.tx
    .updateTable('sandbox_linked_verification')
    .set({
      state,
      steps: JSON.stringify(run.steps),
      overridden_reason: overriddenReason ?? null,
      completed_at: ctx.now(),
    })
    .where('id', '=', run.row.id)
    .execute()
  await noLonger(ctx, ['linked-account-expiry', 'linked-account-review'], account.id)
  if (state === 'VERIFIED') await moveLinkedAccount(ctx, account, 'ACTIVE', 'VERIFIED')
  else await moveLinkedAccount(ctx, account, 'REJECTED', 'REJECTED')
}
