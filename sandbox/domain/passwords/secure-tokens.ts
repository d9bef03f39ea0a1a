import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { locked } from '../../../storage/lock'
import type { Keys } from '../../keys'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { programme } from '../programme'

/** What a secure field may capture, as the vendor's components name it. */
export const secureKinds = ['password', 'confirmPassword', 'passCode', 'confirmPassCode', 'cardPin'] as const
export type SecureKind = (typeof secureKinds)[number]

type TokenRefusal = 'TOKEN_NOT_FOUND' | 'TOKEN_EXPIRED'

/** Keeps a value encrypted for five minutes and hands out the token that stands for it. */
export async function keepSecret(ctx: Ctx, keys: Keys, kind: SecureKind, value: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const expires_at = ctx.now() + programme.secureTokenMs
  const value_cipher = seal(keys, token, value)
  await ctx.tx.insertInto('sandbox_secure_token').values({ token, kind, value_cipher, expires_at, used: 0 }).execute()
  return token
}

/** The value behind a password token. `spend` takes the token out of use, whatever then becomes of the call. */
export async function openPassword(
  ctx: Ctx,
  keys: Keys,
  token: string,
  use: 'spend' | 'look',
): Promise<Outcome<string, TokenRefusal>> {
  const query = ctx.tx.selectFrom('sandbox_secure_token').selectAll().where('token', '=', token)
  const row = await locked(ctx.engine, query).executeTakeFirst()
  if (!row || row.kind === 'cardPin') return refuse('TOKEN_NOT_FOUND')
  if (row.used || row.expires_at <= ctx.now()) return refuse('TOKEN_EXPIRED')
  if (use === 'spend') {
    // Spent means gone: the cipher text is of no use to anyone any more.
    const spent = { used: 1, value_cipher: '' } as const
    await ctx.tx.updateTable('sandbox_secure_token').set(spent).where('token', '=', token).execute()
  }
  return done(open(keys, token, row.value_cipher))
}

/** AES-256-GCM; the token is authenticated with the value, so that two rows cannot be exchanged. */
function seal(keys: Keys, token: string, value: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.sealing, nonce).setAAD(Buffer.from(token))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function open(keys: Keys, token: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keys.sealing, bytes.subarray(0, 12)).setAAD(Buffer.from(token))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
