import { locked } from '../../../storage/lock'
import type { Keys } from '../../keys'
import { issueToken } from '../access/tokens'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { findFactor } from '../factors/factor-rows'
import { findCredential } from '../identities/credentials'
import type { ChallengeRow } from './challenge-rows'
import { answerConfirmation } from './confirm'
import { type ChallengeEnd, settleChallenge } from './settle-challenge'

/** The simulator's word for whatever waits on the phone: the enrolment of an app tells nobody its id. */
const WHATEVER_WAITS = '0'

export type PhoneAnswer = { credentialId: string; challengeId: string; status: ChallengeEnd }

/**
 * What a phone answers to a challenge of its person: for the simulator. After a sign-in by phone that was accepted, the
 * answer is the token that the phone hands over, for one exchange.
 */
export async function answerPush(
  ctx: Ctx,
  keys: Keys,
  answer: PhoneAnswer,
): Promise<Outcome<{ token?: string }, 'NOT_FOUND' | 'STATE_INVALID'>> {
  const challenge = await findPush(ctx, answer)
  if (!challenge) return refuse('NOT_FOUND')
  if (challenge.status !== 'PENDING' || challenge.expires_at <= ctx.now()) return refuse('STATE_INVALID')
  const login = await findCredential(ctx, challenge.credential_id)
  if (!login?.active || !(await isLinked(ctx, challenge))) return refuse('STATE_INVALID')
  if (challenge.purpose === 'CONFIRMATION') {
    const answered = await answerConfirmation(ctx, challenge, answer.status)
    return answered.ok ? done({}) : answered
  }
  await settleChallenge(ctx, challenge, answer.status)
  if (challenge.purpose !== 'LOGIN' || answer.status !== 'VERIFIED') return done({})
  const who = { credentialId: login.id, identityId: login.identity_id }
  return done({ token: await issueToken(ctx, keys, { ...who, kind: 'ONE_TIME', steppedUp: true }) })
}

/** Whether the phone is still the person's: one that was unlinked since it was asked has no say. */
async function isLinked(ctx: Ctx, { purpose, credential_id, channel }: ChallengeRow): Promise<boolean> {
  if (purpose === 'ENROLMENT') return true
  const factor = await findFactor(ctx, credential_id, channel === 'AUTHY' ? 'AUTHY' : 'BIOMETRIC')
  return factor?.status === 'ACTIVE'
}

function findPush(ctx: Ctx, { credentialId, challengeId }: PhoneAnswer): Promise<ChallengeRow | undefined> {
  const pushes = ctx.tx
    .selectFrom('sandbox_challenge')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .where('channel', 'in', ['AUTHY', 'BIOMETRIC'])
  const query =
    challengeId === WHATEVER_WAITS
      ? pushes.where('status', '=', 'PENDING').orderBy('issued_at', 'desc').orderBy('id', 'desc').limit(1)
      : pushes.where('id', '=', challengeId)
  return locked(ctx.engine, query).executeTakeFirst()
}
