import type { loginViaBiometrics as endpoint } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import { insertChallenge } from '../challenges/challenge-rows'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { findFactor } from '../factors/factor-rows'
import { numberRefusal } from '../factors/special-numbers'
import { type CredentialRow, loginsOf } from '../identities/credentials'
import { programme } from '../programme'

type Answer = Res<typeof endpoint>
type Refusal = 'FORBIDDEN' | 'LOCKED' | 'CHANNEL_NOT_REGISTERED' | 'CHANNEL_NOT_SUPPORTED'

const used: readonly string[] = programme.challengeChannels

/**
 * Asks the phone of a person who enrolled one for sign-in; with several identities, whichever of them has the phone. What
 * the phone then says is `answerPush`. Mirrors `loginViaBiometrics`.
 */
export async function loginViaBiometrics(
  ctx: Ctx,
  { email, identity }: Req<typeof endpoint>['body'],
): Promise<Outcome<Answer, Refusal>> {
  const all = await loginsOf(ctx, email)
  if (all.some((each) => each.locked_until > ctx.now())) return refuse('LOCKED')
  const logins = all.filter((each) => each.active && (!identity || each.identity_id === identity.id))
  if (logins.length === 0) return refuse('FORBIDDEN')
  if (!used.includes('BIOMETRIC')) return refuse('CHANNEL_NOT_SUPPORTED')
  const login = await withPhone(ctx, logins)
  if (!login) return refuse('CHANNEL_NOT_REGISTERED')
  const refused = numberRefusal('use', login, ['CHANNEL_NOT_SUPPORTED'])
  if (refused) return refuse(refused)
  return done({
    challengeId: await insertChallenge(ctx, { purpose: 'LOGIN', credentialId: login.id, channel: 'BIOMETRIC' }),
  })
}

async function withPhone(ctx: Ctx, logins: readonly CredentialRow[]): Promise<CredentialRow | undefined> {
  for (const login of logins) if ((await findFactor(ctx, login.id, 'BIOMETRIC'))?.status === 'ACTIVE') return login
  return undefined
}
