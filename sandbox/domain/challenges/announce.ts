import { authenticationFactorsWatch, loginWatch, type ProofStatus, stepupWatch } from '../../../contract/events/access'
import type { Ctx } from '../context'
import { FACTOR_TYPES, type FactorRow } from '../factors/factor-rows'
import { emit } from '../outbox/emit'

const TYPES = { CORPORATE: 'corporates', CONSUMER: 'consumers' } as const

/** How a person tried to come in; the vendor leaves the words open. */
export type LoginType = 'PASSWORD' | 'BIOMETRIC' | 'ACCESS_TOKEN'

/** Tells the platform that a person signed in, was refused or never answered. */
export async function announceLogin(
  ctx: Ctx,
  credentialId: string,
  type: LoginType,
  status: ProofStatus,
): Promise<void> {
  const who = await whoIs(ctx, credentialId)
  if (who) await emit(ctx, loginWatch, { ...who, type, status, publishedTimestamp: String(ctx.now()) })
}

/** Tells the platform how a step-up ended. The token stays out of it: whoever is told is not whose session it is. */
export async function announceStepUp(
  ctx: Ctx,
  challenge: { id: string; credential_id: string; channel: string },
  status: ProofStatus,
): Promise<void> {
  const who = await whoIs(ctx, challenge.credential_id)
  if (!who) return
  const about = { challengeId: challenge.id, type: typeOf(challenge.channel) }
  await emit(ctx, stepupWatch, { ...who, ...about, status, publishedTimestamp: String(ctx.now()) })
}

/** Tells the platform whether a person's factor is one from now on. */
export async function announceEnrolment(
  ctx: Ctx,
  credentialId: string,
  channel: string,
  status: 'ACTIVE' | 'INACTIVE',
): Promise<void> {
  const who = await whoIs(ctx, credentialId)
  if (!who) return
  const publishedTimestamp = String(ctx.now())
  await emit(ctx, authenticationFactorsWatch, {
    credentialId: who.credential,
    type: typeOf(channel),
    status,
    publishedTimestamp,
  })
}

/** Locks nothing: what is told about does not change by it. */
async function whoIs({ tx }: Ctx, credentialId: string) {
  const row = await tx
    .selectFrom('sandbox_credential as c')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .select(['c.type', 'i.id as identityId', 'i.type as identityType'])
    .where('c.id', '=', credentialId)
    .executeTakeFirst()
  if (!row) return undefined
  const identity = { type: TYPES[row.identityType], id: row.identityId }
  return { credential: { type: row.type, id: credentialId }, identity }
}

const typeOf = (channel: string): FactorRow['type'] =>
  channel === 'SMS' || channel === 'AUTHY' || channel === 'BIOMETRIC' ? FACTOR_TYPES[channel] : 'OTP'
