import { type Ctx, done, type Outcome, refuse } from '../context'
import type { CredentialRow, IdentityRow } from './credentials'
import { loginsOf } from './credentials'
import { sendEmailCode, takeEmailCode } from './email-code'

type Of = { email: string; type: IdentityRow['type'] }

/**
 * Sends a code to a root user's address. Mirrors `corporateRootUserEmailVerificationCodeSend` and
 * `consumerRootUserEmailVerificationCodeSend`.
 */
export async function sendRootEmailCode(
  ctx: Ctx,
  of: Of,
): Promise<Outcome<undefined, 'EMAIL_NOT_FOUND' | 'ALREADY_VERIFIED' | 'EMAIL_NOT_UNIQUE'>> {
  const { roots, unproved, others } = await rootsOf(ctx, of)
  if (roots.length === 0) return refuse('EMAIL_NOT_FOUND')
  if (!unproved) return refuse('ALREADY_VERIFIED')
  if (others.some((login) => login.email_verified)) return refuse('EMAIL_NOT_UNIQUE')
  await sendEmailCode(ctx, unproved)
  return done(undefined)
}

/**
 * Takes the code: the address is the person's. An address that nobody has is a code that is wrong. Mirrors
 * `corporateRootUserEmailVerify` and `consumerRootUserEmailVerify`.
 */
export async function verifyRootEmail(
  ctx: Ctx,
  { verificationCode, ...of }: Of & { verificationCode: string },
): Promise<Outcome<undefined, 'VERIFICATION_CODE_INVALID' | 'EMAIL_NOT_UNIQUE'>> {
  const { unproved, others } = await rootsOf(ctx, of)
  if (!unproved) return refuse('VERIFICATION_CODE_INVALID')
  if (others.some((login) => login.email_verified)) return refuse('EMAIL_NOT_UNIQUE')
  if (!(await takeEmailCode(ctx, unproved, verificationCode))) return refuse('VERIFICATION_CODE_INVALID')
  await ctx.tx.updateTable('sandbox_credential').set({ email_verified: 1 }).where('id', '=', unproved.id).execute()
  return done(undefined)
}

/** The root users of one kind of identity with an address, the newest of them that has not proved it, and all the rest. */
async function rootsOf(ctx: Ctx, { email, type }: Of) {
  const logins = await loginsOf(ctx, email)
  const ids = logins.map((login) => login.identity_id)
  const identities =
    ids.length === 0
      ? []
      : await ctx.tx
          .selectFrom('sandbox_identity')
          .select('id')
          .where('id', 'in', ids)
          .where('type', '=', type)
          .execute()
  const isOfKind = (login: CredentialRow) =>
    login.type === 'ROOT' && identities.some((identity) => identity.id === login.identity_id)
  const roots = logins.filter(isOfKind)
  const unproved = roots.findLast((login) => !login.email_verified)
  return { roots, unproved, others: logins.filter((login) => login !== unproved) }
}
