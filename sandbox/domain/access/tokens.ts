import { randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { locked } from '../../../storage/lock'
import type { Store } from '../../../storage/open'
import type { Keys } from '../../keys'
import type { Actor, Ctx } from '../context'
import { programme } from '../programme'

const ISSUER = 'multi-sandbox'
const { idleMs } = programme.token
// Writing the deadline at every call would cost a commit each; a second's precision costs nothing anyone notices.
const PRECISION_MS = 1_000

type NewToken = Pick<Actor, 'credentialId' | 'identityId'> & { kind: Actor['tokenKind']; steppedUp?: boolean }

/** Makes a bearer token: its row, and the signed JWT that names it. */
export async function issueToken(ctx: Ctx, keys: Keys, token: NewToken): Promise<string> {
  const id = randomUUID()
  const now = ctx.now()
  await ctx.tx
    .insertInto('sandbox_token')
    .values({
      id,
      credential_id: token.credentialId,
      identity_id: token.identityId,
      kind: token.kind,
      stepped_up: token.steppedUp ? 1 : 0,
      idle_deadline: now + idleMs,
      revoked: 0,
      created_at: now,
    })
    .execute()
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setJti(id)
    .setIssuer(ISSUER)
    .setSubject(token.credentialId)
    .setIssuedAt(Math.floor(now / 1000))
    .sign(keys.signing)
}

/** The id that a JWT names, or nothing when it is not one of ours. How long it lives is in its row, not in itself. */
export async function readToken(keys: Keys, jwt: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(jwt, keys.signing, { algorithms: ['HS256'], issuer: ISSUER })
    return payload.jti
  } catch {
    return undefined
  }
}

export type FoundActor = { actor: Actor; idleDeadline: number }

/** Who holds a token that is alive: not revoked, not idle for too long, of a person and an identity that are active. */
export async function findActor(store: Store, tokenId: string, now: number): Promise<FoundActor | undefined> {
  const row = await store.db
    .selectFrom('sandbox_token as t')
    .innerJoin('sandbox_credential as c', 'c.id', 't.credential_id')
    .innerJoin('sandbox_identity as i', 'i.id', 't.identity_id')
    .select(['t.id', 't.kind', 't.stepped_up', 't.idle_deadline', 'c.id as credentialId', 'c.type as credentialType'])
    .select(['i.id as identityId', 'i.type as identityType'])
    .where('t.id', '=', tokenId)
    .where('t.revoked', '=', 0)
    .where('t.idle_deadline', '>', now)
    .where('c.active', '=', 1)
    .where('i.active', '=', 1)
    .executeTakeFirst()
  if (!row) return undefined
  const { credentialId, credentialType, identityId, identityType, kind } = row
  const who = { credentialId, credentialType, identityId, identityType }
  const actor = { ...who, tokenId: row.id, tokenKind: kind, steppedUp: row.stepped_up === 1 }
  return { actor, idleDeadline: row.idle_deadline }
}

/** Counts five idle minutes from now on. */
export async function touchToken(store: Store, { actor, idleDeadline }: FoundActor, now: number): Promise<void> {
  const deadline = now + idleMs
  if (deadline - idleDeadline < PRECISION_MS) return
  await store.db
    .updateTable('sandbox_token')
    .set({ idle_deadline: deadline })
    .where('id', '=', actor.tokenId)
    .where('idle_deadline', '<', deadline)
    .execute()
}

export async function stepUpToken(ctx: Ctx, tokenId: string): Promise<void> {
  await ctx.tx.updateTable('sandbox_token').set({ stepped_up: 1 }).where('id', '=', tokenId).execute()
}

/** Ends every session of a login at once. */
export async function revokeTokensOf(ctx: Ctx, credentialId: string): Promise<void> {
  await ctx.tx
    .updateTable('sandbox_token')
    .set({ revoked: 1 })
    .where('credential_id', '=', credentialId)
    .where('revoked', '=', 0)
    .execute()
}

/** Whose token a phone handed over; it is used up by that. Nothing for one that is used, too old or of another kind. */
export async function takeOneTimeToken(ctx: Ctx, keys: Keys, jwt: string): Promise<string | undefined> {
  const id = await readToken(keys, jwt)
  if (id === undefined) return undefined
  const query = ctx.tx
    .selectFrom('sandbox_token')
    .select('credential_id')
    .where('id', '=', id)
    .where('kind', '=', 'ONE_TIME')
    .where('revoked', '=', 0)
    .where('idle_deadline', '>', ctx.now())
  const row = await locked(ctx.engine, query).executeTakeFirst()
  if (row) await revokeToken(ctx, id)
  return row?.credential_id
}

export async function revokeToken(ctx: Ctx, tokenId: string): Promise<void> {
  await ctx.tx.updateTable('sandbox_token').set({ revoked: 1 }).where('id', '=', tokenId).execute()
}
