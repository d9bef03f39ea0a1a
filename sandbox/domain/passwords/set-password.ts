import type { Ctx } from '../context'
import type { CredentialRow } from '../identities/credentials'
import { programme } from '../programme'
import { hashPassword, matchesPassword } from './hash'

/** Whether a password is one of the last five, the present one among them. */
export async function wasUsed(credential: CredentialRow, plain: string): Promise<boolean> {
  for (const hash of formerHashes(credential)) if (await matchesPassword(plain, hash)) return true
  return false
}

/** Gives one person (all logins of one address) a new password, and a clean slate of failures. */
export async function setPassword(ctx: Ctx, logins: readonly CredentialRow[], plain: string): Promise<void> {
  const hash = await hashPassword(plain)
  for (const login of logins) {
    const history = [hash, ...formerHashes(login)].slice(0, programme.password.remembered)
    await ctx.tx
      .updateTable('sandbox_credential')
      .set({
        password_hash: hash,
        password_history: JSON.stringify(history),
        password_expires_at: 0,
        failed_logins: 0,
        locked_until: 0,
      })
      .where('id', '=', login.id)
      .execute()
  }
}

function formerHashes(credential: CredentialRow): string[] {
  const history: unknown = JSON.parse(credential.password_history)
  return Array.isArray(history) ? history.filter((hash) => typeof hash === 'string') : []
}
