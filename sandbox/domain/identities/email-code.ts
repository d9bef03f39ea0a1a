import type { Ctx } from '../context'
import { programme } from '../programme'
import type { CredentialRow } from './credentials'

type Login = Pick<CredentialRow, 'id' | 'email'>

/** Sends a code to the address of a login; the hour begins anew with each. */
export async function sendEmailCode(ctx: Ctx, { id, email }: Login): Promise<void> {
  const expires_at = ctx.now() + programme.kyi.emailCodeMs
  await ctx.tx
    .insertInto('sandbox_email_code')
    .values({ credential_id: id, email, expires_at })
    .onConflict((oc) => oc.column('credential_id').doUpdateSet({ email, expires_at }))
    .execute()
}

/** Whether this is the code that was sent to the present address within the hour. A right one is used up. */
export async function takeEmailCode(ctx: Ctx, { id, email }: Login, code: string): Promise<boolean> {
  if (code !== programme.otpCode) return false
  const taken = await ctx.tx
    .deleteFrom('sandbox_email_code')
    .where('credential_id', '=', id)
    .where('email', '=', email)
    .where('expires_at', '>', ctx.now())
    .returning('credential_id')
    .executeTakeFirst()
  return taken !== undefined
}
