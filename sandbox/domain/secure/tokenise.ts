import { randomBytes } from 'node:crypto'
import type { Keys } from '../../keys'
import type { ActorCtx } from '../context'
import { programme } from '../programme'
import type { DisplayKind } from './kinds'
import { ownedBy } from './owned-by'
import { seal } from './seal'

export type ShownSecret = { kind: DisplayKind; value: string }

/**
 * A token that stands for a value which only a secure span shows: single use, for a minute, for sessions of the actor's
 * identity only. Whoever calls has seen that the session is stepped up. 16 characters, as the contract leaves to a card
 * number.
 */
export async function tokenise(ctx: ActorCtx, keys: Keys, secret: ShownSecret): Promise<string> {
  const { row, token } = rowOf(ctx, keys, secret)
  await ctx.tx.insertInto('sandbox_secure_token').values(row).execute()
  return token
}

/** Tokens for many values in one write, in their order: for lists. */
export async function tokeniseAll(ctx: ActorCtx, keys: Keys, secrets: readonly ShownSecret[]): Promise<string[]> {
  const made = secrets.map((secret) => rowOf(ctx, keys, secret))
  const rows = made.map(({ row }) => row)
  if (rows.length > 0) await ctx.tx.insertInto('sandbox_secure_token').values(rows).execute()
  return made.map(({ token }) => token)
}

function rowOf(ctx: ActorCtx, keys: Keys, { kind, value }: ShownSecret) {
  const token = randomBytes(12).toString('base64url')
  const value_cipher = seal(keys, ownedBy(token, ctx.actor.identityId), value)
  const row = { token, kind, value_cipher, expires_at: ctx.now() + programme.displayTokenMs, used: 0 as const }
  return { token, row }
}
