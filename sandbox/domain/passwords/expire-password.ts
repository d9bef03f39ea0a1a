import type { Ctx } from '../context'
import { normalEmail } from '../identities/credentials'

/** Lets a person's password expire now: the next sign-in only leads to a new one. Says whether there was one. */
export async function expirePassword(ctx: Ctx, email: string): Promise<boolean> {
  const expired = await ctx.tx
    .updateTable('sandbox_credential')
    .set({ password_expires_at: ctx.now() })
    .where('email', '=', normalEmail(email))
    .where('password_hash', 'is not', null)
    .executeTakeFirst()
  return expired.numUpdatedRows > 0n
}
