import { randomBytes } from 'node:crypto'
import type { Keys } from '../../keys'
import type { Ctx, Outcome } from '../context'
import { programme } from '../programme'
import { openToken, type TokenRefusal } from './open-token'
import { seal } from './seal'

const KIND = 'association'
export type Association = { token: string; expiresAt: number }

/**
 * A stand-in for a bearer token that may do one thing: have values shown in secure spans, for a minute and no longer than
 * the session behind it lives. For pages that never hold the bearer token itself.
 */
export async function associate(ctx: Ctx, keys: Keys, tokenId: string): Promise<Association> {
  const token = randomBytes(18).toString('base64url')
  const expires_at = ctx.now() + programme.displayTokenMs
  const value_cipher = seal(keys, token, tokenId)
  const row = { token, kind: KIND, value_cipher, expires_at, used: 0 as const }
  await ctx.tx.insertInto('sandbox_secure_token').values(row).execute()
  return { token, expiresAt: expires_at }
}

/** The id of the bearer token that an association stands for. A card has a number, a CVV and a PIN: it may be used again. */
export async function openAssociation(ctx: Ctx, keys: Keys, token: string): Promise<Outcome<string, TokenRefusal>> {
  return openToken(ctx, keys, { token, takes: (kind) => kind === KIND, binding: token, spend: false })
}
