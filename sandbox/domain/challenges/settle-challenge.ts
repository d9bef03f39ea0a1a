import { stepUpToken } from '../access/tokens'
import type { Ctx } from '../context'
import { putFactor } from '../factors/factor-rows'
import { changeCredentialDocument } from '../identities/credential-document'
import { announceEnrolment, announceLogin, announceStepUp } from './announce'
import { type ChallengeRow, changeChallenge } from './challenge-rows'

export type ChallengeEnd = 'VERIFIED' | 'DECLINED' | 'EXPIRED'

/**
 * Ends a challenge that was pending: notes how, does what hangs on it, and tells the platform. However a challenge ends,
 * it ends here; confirmations and lost passwords do what hangs on them themselves.
 */
export async function settleChallenge(ctx: Ctx, challenge: ChallengeRow, end: ChallengeEnd): Promise<void> {
  await changeChallenge(ctx, challenge.id, { status: end })
  switch (challenge.purpose) {
    case 'STEP_UP':
      if (end === 'VERIFIED' && challenge.token_id !== null) await stepUpToken(ctx, challenge.token_id)
      return announceStepUp(ctx, challenge, end)
    case 'LOGIN':
      return announceLogin(ctx, challenge.credential_id, 'BIOMETRIC', end)
    case 'ENROLMENT':
      return settleEnrolment(ctx, challenge, end)
  }
}

/** A code that nobody entered leaves the number waiting for the next one; an app that nobody accepted is refused. */
async function settleEnrolment(ctx: Ctx, challenge: ChallengeRow, end: ChallengeEnd): Promise<void> {
  const { credential_id: credentialId } = challenge
  const channel = challenge.channel === 'AUTHY' ? 'AUTHY' : 'SMS'
  if (end !== 'VERIFIED' && channel === 'SMS') return
  const status = end === 'VERIFIED' ? 'ACTIVE' : 'INACTIVE'
  await putFactor(ctx, credentialId, channel, status)
  if (channel === 'SMS') await changeCredentialDocument(ctx, credentialId, { mobileNumberVerified: true })
  await announceEnrolment(ctx, credentialId, channel, status)
}
