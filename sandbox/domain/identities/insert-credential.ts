import type { Mobile } from '../../../contract/people'
import type { Ctx } from '../context'
import type { CredentialDocument } from './credential-document'
import { type CredentialRow, normalEmail } from './credentials'

export type NewCredential = {
  identityId: string
  type: CredentialRow['type']
  name: string
  surname: string
  email: string
  mobile: Mobile
  /** Somebody who is at home here already, by the same address: one person has one password. */
  knownAs: CredentialRow | undefined
  document: Partial<CredentialDocument>
}

/** Adds a login that nobody can use yet, unless its person is known. Address and number are still to be proved. */
export async function insertCredential(ctx: Ctx, { knownAs, ...login }: NewCredential): Promise<CredentialRow> {
  return ctx.tx
    .insertInto('sandbox_credential')
    .values({
      id: ctx.newId(),
      identity_id: login.identityId,
      type: login.type,
      email: normalEmail(login.email),
      name: login.name,
      surname: login.surname,
      mobile_country_code: login.mobile.countryCode,
      mobile_number: login.mobile.number,
      active: 1,
      email_verified: knownAs?.email_verified ?? 0,
      document: JSON.stringify({ mobileNumberVerified: false, ...login.document }),
      password_hash: knownAs?.password_hash ?? null,
      password_history: knownAs?.password_history ?? '[]',
      password_expires_at: knownAs?.password_expires_at ?? 0,
      failed_logins: 0,
      locked_until: 0,
      created_at: ctx.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
