import type { Mobile } from '../../../contract/people'
import type { Ctx } from '../context'
import { putFactor } from '../factors/factor-rows'
import { hashPassword } from '../passwords/hash'
import type { CredentialDocument } from './credential-document'
import { loginsOf, normalEmail } from './credentials'

/** A person as a world describes them: signed up, address and number verified, enrolled for codes by SMS. */
export type NewLogin = {
  name: string
  surname: string
  email: string
  mobile: Mobile
  /** Ignored when this address is already someone's login: one person has one password. */
  password: string
} & Omit<CredentialDocument, 'mobileNumberVerified'>

/** Adds an authorised user to an identity and returns their id. */
export async function insertLogin(
  ctx: Ctx,
  identityId: string,
  { name, surname, email, mobile, password, tag, ...document }: NewLogin,
): Promise<string> {
  const known = (await loginsOf(ctx, email)).find((login) => login.password_hash !== null)
  const password_hash = known?.password_hash ?? (await hashPassword(password))
  const id = ctx.newId()
  await ctx.tx
    .insertInto('sandbox_credential')
    .values({
      id,
      identity_id: identityId,
      type: 'USER',
      email: normalEmail(email),
      name,
      surname,
      mobile_country_code: mobile.countryCode,
      mobile_number: mobile.number,
      active: 1,
      email_verified: 1,
      document: JSON.stringify({ ...document, mobileNumberVerified: true }),
      tag: tag ?? null,
      password_hash,
      password_history: known?.password_history ?? JSON.stringify([password_hash]),
      password_expires_at: 0,
      failed_logins: 0,
      locked_until: 0,
      created_at: ctx.now(),
    })
    .execute()
  await putFactor(ctx, id, 'SMS', 'ACTIVE')
  return id
}
