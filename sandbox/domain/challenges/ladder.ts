import { type Ctx, done, type Outcome, refuse } from '../context'
import { programme } from '../programme'
import { type ChallengeRow, changeChallenge } from './challenge-rows'
import { settleChallenge } from './settle-challenge'

export type CodeRefusal =
  | 'STATE_INVALID'
  | 'VERIFICATION_CODE_EXPIRED'
  | 'VERIFICATION_CODE_INVALID'
  | 'ONE_CHALLENGE_LIMIT_REMAINING'
  | 'CHALLENGE_LIMIT_EXCEEDED'

const { maxAttempts } = programme.challenge

/**
 * Takes a code for a challenge. Wrong ones are counted: three are merely wrong, the fourth says that one attempt is
 * left, the fifth ends the challenge, and after that not even the right code helps. The same ladder for enrolment,
 * step-up, confirmation and lost passwords.
 */
export async function answerCode(
  ctx: Ctx,
  challenge: ChallengeRow | undefined,
  code: string,
): Promise<Outcome<undefined, CodeRefusal>> {
  if (challenge?.status === 'EXPIRED') return refuse('VERIFICATION_CODE_EXPIRED')
  if (challenge?.status !== 'PENDING') return refuse('STATE_INVALID')
  if (challenge.expires_at <= ctx.now()) {
    await settleChallenge(ctx, challenge, 'EXPIRED')
    return refuse('VERIFICATION_CODE_EXPIRED')
  }
  if (code === programme.otpCode) {
    await settleChallenge(ctx, challenge, 'VERIFIED')
    return done(undefined)
  }
  const attempts = challenge.attempts + 1
  const left = maxAttempts - attempts
  await changeChallenge(ctx, challenge.id, { attempts })
  if (left === 0) await settleChallenge(ctx, challenge, 'DECLINED')
  if (left > 1) return refuse('VERIFICATION_CODE_INVALID')
  return refuse(left === 1 ? 'ONE_CHALLENGE_LIMIT_REMAINING' : 'CHALLENGE_LIMIT_EXCEEDED')
}
