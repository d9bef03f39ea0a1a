import { randomInt } from 'node:crypto'
import type { Ctx } from '../context'
import { programme } from '../programme'

/** What a reference opens: the check of a company or person, of a company's authorised user, director or owner. */
export type KyiReference = {
  identityId: string
  kind: 'KYB' | 'KYC' | 'USER_KYC' | 'DIRECTOR'
  /** The person who started it: root user, or the authorised user whose own check it is. Directors have no login. */
  credentialId?: string
  /** DIRECTOR only. */
  directorId?: string
  /** KYC only. */
  kycLevel?: 'KYC_LEVEL_1' | 'KYC_LEVEL_2'
}

/** What a reference opens; `undefined` when it is unknown, older than a day, replaced, or its check has ended. */
export async function findKyiReference(ctx: Ctx, reference: string): Promise<KyiReference | undefined> {
  const row = await ctx.tx
    .selectFrom('sandbox_kyi_reference')
    .selectAll()
    .where('reference', '=', reference)
    .where('closed', '=', 0)
    .where('expires_at', '>', ctx.now())
    .executeTakeFirst()
  if (!row) return undefined
  return {
    identityId: row.identity_id,
    kind: row.kind,
    ...(row.credential_id !== null && { credentialId: row.credential_id }),
    ...(row.director_id !== null && { directorId: row.director_id }),
    ...(row.kyc_level !== null && { kycLevel: row.kyc_level }),
  }
}

/** Hands out a reference; an earlier one to the same check is worth nothing from now on. */
export async function issueKyiReference(ctx: Ctx, to: KyiReference): Promise<string> {
  await closeKyiReferences(ctx, to)
  const reference = secretDigits()
  await ctx.tx
    .insertInto('sandbox_kyi_reference')
    .values({
      reference,
      identity_id: to.identityId,
      kind: to.kind,
      credential_id: to.credentialId ?? null,
      director_id: to.directorId ?? null,
      kyc_level: to.kycLevel ?? null,
      expires_at: ctx.now() + programme.kyi.referenceMs,
      closed: 0,
    })
    .execute()
  return reference
}

/** 80 bits of chance in the digits that the contract wants: ids tell their time and can be guessed, this is as good as a key. */
const secretDigits = () => Array.from({ length: 24 }, () => randomInt(10)).join('')

type Which = Pick<KyiReference, 'identityId' | 'kind' | 'credentialId' | 'directorId'>

/** Shuts the screens of a check: it has ended, or was started anew. */
export async function closeKyiReferences(
  ctx: Ctx,
  { identityId, kind, credentialId, directorId }: Which,
): Promise<void> {
  let query = ctx.tx
    .updateTable('sandbox_kyi_reference')
    .set({ closed: 1 })
    .where('identity_id', '=', identityId)
    .where('kind', '=', kind)
  // A company has several of these at a time, each its own.
  if (kind === 'USER_KYC') query = query.where('credential_id', '=', credentialId ?? '')
  if (kind === 'DIRECTOR') query = query.where('director_id', '=', directorId ?? '')
  await query.execute()
}
