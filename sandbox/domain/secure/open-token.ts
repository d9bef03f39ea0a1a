import { locked } from '../../../storage/lock'
import type { Keys } from '../../keys'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { unseal } from './seal'

export type TokenRefusal = 'TOKEN_NOT_FOUND' | 'TOKEN_EXPIRED'
type Opening = {
  token: string
  /** Whether a token of this kind may be opened here. */
  takes: (kind: string) => boolean
  /** What the value was bound to when it was sealed. */
  binding: string
  /** Takes the token out of use, whatever then becomes of the call. */
  spend: boolean
}

/**
 * The value behind a token. Used up and too old are one answer, as are unknown, of another kind and somebody else's: who
 * should not have a token learns nothing from it, and does not spend it for its owner.
 */
export async function openToken(
  ctx: Ctx,
  keys: Keys,
  { token, takes, binding, spend }: Opening,
): Promise<Outcome<string, TokenRefusal>> {
  const query = ctx.tx.selectFrom('sandbox_secure_token').selectAll().where('token', '=', token)
  const row = await locked(ctx.engine, query).executeTakeFirst()
  if (!row || !takes(row.kind)) return refuse('TOKEN_NOT_FOUND')
  if (row.used || row.expires_at <= ctx.now()) return refuse('TOKEN_EXPIRED')
  const value = unseal(keys, binding, row.value_cipher)
  if (value === undefined) return refuse('TOKEN_NOT_FOUND')
  if (spend) {
    // Spent means gone: the cipher text is of no use to anyone any more.
    const spent = { used: 1, value_cipher: '' } as const
    await ctx.tx.updateTable('sandbox_secure_token').set(spent).where('token', '=', token).execute()
  }
  return done(value)
}
