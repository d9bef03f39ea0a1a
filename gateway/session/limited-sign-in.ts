import type { Limits } from '../limits/limits'
import { LOCK_MS } from '../limits/rules'
import { tooMany } from '../limits/too-many'
import type { Metrics } from '../metrics/metrics'
import { locked, type SignInResult } from './sign-in'

/**
 * A sign-in within its limits, in step with the upstream's own lock. The upstream locks first (after five wrong passwords)
 * and says so; from then on it is not asked again until the lock opens, and everybody is told what it would say. Only what
 * it takes for a wrong password counts against the account: somebody else's rubbish must not keep a person out.
 */
export async function limitedSignIn(
  who: { account: string; address: string },
  { limits, metrics }: { limits: Limits; metrics: Metrics },
  attempt: () => Promise<SignInResult>,
): Promise<SignInResult> {
  const opensIn = await limits.lockedFor(who.account)
  if (opensIn !== undefined) return { ok: false, response: locked(opensIn) }
  const pass = await limits.take('sign-in', who)
  if (!pass.ok) {
    metrics.count('rate_limited', { kind: 'sign-in', by: pass.by })
    return { ok: false, response: tooMany(pass.retryAfterS) }
  }
  const result = await attempt().catch(async (error: unknown) => {
    await pass.giveBack()
    throw error
  })
  const status = result.ok ? 200 : result.response.status
  if (status === 423) {
    await limits.locked(who.account)
    return { ok: false, response: locked(LOCK_MS / 1000) }
  }
  // Rubbish in the place of a password proves nothing about the account, but it was still sent from there.
  if (status === 400 || status === 409) await pass.giveBack('account')
  else if (status !== 403) await pass.giveBack()
  return result
}
