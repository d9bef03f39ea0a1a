import { randomBytes } from 'node:crypto'
import type { Keys } from '../../keys'
import type { Ctx } from '../context'
import { programme } from '../programme'
import type { CaptureKind } from './kinds'
import { seal } from './seal'

/**
 * Keeps what a person typed encrypted for five minutes, and answers the token that stands for it. The contract leaves 24
 * characters to a PIN: 144 bits do for all kinds.
 */
export async function keepSecret(ctx: Ctx, keys: Keys, kind: CaptureKind, value: string): Promise<string> {
  const token = randomBytes(18).toString('base64url')
  const expires_at = ctx.now() + programme.secureTokenMs
  const value_cipher = seal(keys, token, value)
  await ctx.tx.insertInto('sandbox_secure_token').values({ token, kind, value_cipher, expires_at, used: 0 }).execute()
  return token
}
