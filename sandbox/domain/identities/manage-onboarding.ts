import { KyiStatus } from '../../../contract/corporates'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { checksOf, writeChecks } from './checks'
import { lockIdentity } from './find-identity'

/** Hands the onboarding of a company to the vendor's own people, or takes it back: meanwhile it cannot start itself. */
export async function manageOnboarding(
  ctx: Ctx,
  { identityId, pending }: { identityId: string; pending: boolean },
): Promise<Outcome<undefined, 'NOT_FOUND' | 'STATE_INVALID'>> {
  const identity = await lockIdentity(ctx, identityId)
  if (identity?.type !== 'CORPORATE') return refuse('NOT_FOUND')
  const checks = checksOf(identity)
  if (pending && checks.ongoing !== 'NOT_STARTED' && checks.ongoing !== 'INITIATED') return refuse('STATE_INVALID')
  const status = KyiStatus.parse(identity.kyi_status)
  await writeChecks(ctx, identityId, status, { ...checks, managedOnboarding: pending })
  return done(undefined)
}
