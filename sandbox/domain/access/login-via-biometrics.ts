import type { loginViaBiometrics as endpoint } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import { insertChallenge } from '../challenges/challenge-rows'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { findFactor } from '../factors/factor-rows'
import { loginsOf } from '../identities/credentials'

type Answer = Res<typeof endpoint>
type Refusal = 'FORBIDDEN' | 'LOCKED' | 'CHANNEL_NOT_REGISTERED'

/** Asks the phone of a person who enrolled one for sign-in. Mirrors `loginViaBiometrics`. */
export async function loginViaBiometrics(
  ctx: Ctx,
  { email, identity }: Req<typeof endpoint>['body'],
): Promise<Outcome<Answer, Refusal>> {
  const logins = await loginsOf(ctx, email)
  if (logins.some((each) => each.locked_until > ctx.now())) return refuse('LOCKED')
  const login = logins.find((each) => each.active && (!identity || each.identity_id === identity.id))
  if (!login) return refuse('FORBIDDEN')
  const factor = await findFactor(ctx, login.id, 'BIOMETRIC')
  if (factor?.status !== 'ACTIVE') return refuse('CHANNEL_NOT_REGISTERED')
  const challengeId = await insertChallenge(ctx, { purpose: 'LOGIN', credentialId: login.id, channel: 'BIOMETRIC' })
  return done({ challengeId })
}
