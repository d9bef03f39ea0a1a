import { announceEnrolment } from '../challenges/announce'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { credentialDocument } from '../identities/credential-document'
import { findCredential } from '../identities/credentials'
import { findFactor, putFactor } from './factor-rows'

type Refusal =
  | 'NOT_FOUND'
  | 'CREDENTIALS_INACTIVE'
  | 'CHANNEL_NOT_REGISTERED'
  | 'PASSCODE_NOT_SET'
  | 'CHANNEL_ALREADY_REGISTERED'

/**
 * Enrols a phone for signing in and confirming by face or finger: what the vendor's kit does on the phone itself, by no
 * operation of the API. It asks for a passcode and a number that is proved.
 */
export async function enrolBiometric(ctx: Ctx, credentialId: string): Promise<Outcome<undefined, Refusal>> {
  const login = await findCredential(ctx, credentialId)
  if (!login) return refuse('NOT_FOUND')
  if (!login.active) return refuse('CREDENTIALS_INACTIVE')
  if ((await findFactor(ctx, credentialId, 'SMS'))?.status !== 'ACTIVE') return refuse('CHANNEL_NOT_REGISTERED')
  if (credentialDocument(login).passcodeHash === undefined) return refuse('PASSCODE_NOT_SET')
  if ((await findFactor(ctx, credentialId, 'BIOMETRIC'))?.status === 'ACTIVE')
    return refuse('CHANNEL_ALREADY_REGISTERED')
  await putFactor(ctx, credentialId, 'BIOMETRIC', 'ACTIVE')
  await announceEnrolment(ctx, credentialId, 'BIOMETRIC', 'ACTIVE')
  return done(undefined)
}
