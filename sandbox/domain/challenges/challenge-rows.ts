import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxChallengeTable } from '../../../storage/schema/identities'
import type { Ctx } from '../context'
import { later } from '../due/later'
import { programme } from '../programme'

export type ChallengeRow = Selectable<SandboxChallengeTable>
export type Purpose = 'ENROLMENT' | 'STEP_UP' | 'LOGIN' | 'LOST_PASSWORD' | 'CONFIRMATION' | 'THREE_D_SECURE'

type NewChallenge = { purpose: Purpose; credentialId: string; channel: string; tokenId?: string; issued?: number }

/** The platform hears when one of these ends; of confirmations it hears by what is confirmed. */
const ANNOUNCED: readonly Purpose[] = ['ENROLMENT', 'STEP_UP', 'LOGIN']

/** Sends a challenge (nobody is called: the code is always the same) and returns its id. */
export async function insertChallenge(ctx: Ctx, challenge: NewChallenge): Promise<string> {
  const id = ctx.newId()
  const now = ctx.now()
  const expires_at = now + programme.challenge.lifeMs
  await ctx.tx
    .insertInto('sandbox_challenge')
    .values({
      id,
      purpose: challenge.purpose,
      credential_id: challenge.credentialId,
      token_id: challenge.tokenId ?? null,
      channel: challenge.channel,
      status: 'PENDING',
      attempts: 0,
      issued: challenge.issued ?? 1,
      issued_at: now,
      expires_at,
    })
    .execute()
  if (ANNOUNCED.includes(challenge.purpose)) await later(ctx, 'challenge-expiry', id, expires_at)
  return id
}

type Which = { purpose: Purpose; credentialId: string; channel?: string; tokenId?: string }

/** The newest challenge of its kind, locked until the transaction ends. */
export async function latestChallenge(ctx: Ctx, which: Which): Promise<ChallengeRow | undefined> {
  let query = ctx.tx
    .selectFrom('sandbox_challenge')
    .selectAll()
    .where('credential_id', '=', which.credentialId)
    .where('purpose', '=', which.purpose)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  if (which.channel !== undefined) query = query.where('channel', '=', which.channel)
  if (which.tokenId !== undefined) query = query.where('token_id', '=', which.tokenId)
  return locked(ctx.engine, query).executeTakeFirst()
}

export async function changeChallenge(
  ctx: Ctx,
  id: string,
  change: Partial<Pick<ChallengeRow, 'status' | 'attempts'>>,
): Promise<void> {
  await ctx.tx.updateTable('sandbox_challenge').set(change).where('id', '=', id).execute()
}

/** A newer challenge takes this one's place: its code is worth nothing from now on. */
export const supersede = (ctx: Ctx, id: string) => changeChallenge(ctx, id, { status: 'SUPERSEDED' })
