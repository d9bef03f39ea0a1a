import { type Ctx, done, type Outcome, refuse } from '../context'
import { type CredentialRow, loginsOf } from '../identities/credentials'
import { sendEmailCode, takeEmailCode } from '../identities/email-code'

/** Sends the code that proves the address of an authorised user. Mirrors `authorisedUserEmailVerificationCodeSend`. */
export async function sendUserEmailCode(ctx: Ctx, email: string): Promise<Outcome<undefined, 'EMAIL_NOT_FOUND'>> {
  const users = await usersOf(ctx, email)
  if (users.length === 0) return refuse('EMAIL_NOT_FOUND')
  for (const user of users) await sendEmailCode(ctx, user)
  return done(undefined)
}

/** Takes the code: the address is the person's, at every company whose user they are. Mirrors `authorisedUserEmailVerify`. */
export async function verifyUserEmail(
  ctx: Ctx,
  email: string,
  code: string,
): Promise<Outcome<undefined, 'VERIFICATION_CODE_INVALID'>> {
  const proved: string[] = []
  for (const user of await usersOf(ctx, email)) if (await takeEmailCode(ctx, user, code)) proved.push(user.id)
  if (proved.length === 0) return refuse('VERIFICATION_CODE_INVALID')
  await ctx.tx.updateTable('sandbox_credential').set({ email_verified: 1 }).where('id', 'in', proved).execute()
  return done(undefined)
}

async function usersOf(ctx: Ctx, email: string): Promise<CredentialRow[]> {
  return (await loginsOf(ctx, email)).filter((login) => login.type === 'USER')
}
