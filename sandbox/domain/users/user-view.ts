import { type User, UserRole } from '../../../contract/users'
import type { Actor } from '../context'
import { credentialDocument, mobileOf } from '../identities/credential-document'
import type { CredentialRow } from '../identities/credentials'

export type UserRow = Pick<
  CredentialRow,
  | 'id'
  | 'identity_id'
  | 'name'
  | 'surname'
  | 'email'
  | 'mobile_country_code'
  | 'mobile_number'
  | 'active'
  | 'document'
  | 'tag'
  | 'roles'
>

/** A user as the API shows one; what was never said is left out. */
export function userView({ identityType }: Pick<Actor, 'identityType'>, row: UserRow): User {
  const { dateOfBirth, countryOfResidence, locale, brand } = credentialDocument(row)
  const mobile = mobileOf(row)
  const roles = rolesOf(row)
  return {
    id: row.id,
    identity: { type: identityType, id: row.identity_id },
    name: row.name,
    surname: row.surname,
    email: row.email,
    ...(mobile && { mobile }),
    active: row.active === 1,
    ...(dateOfBirth && { dateOfBirth }),
    ...(row.tag !== null && { tag: row.tag }),
    ...(countryOfResidence && { countryOfResidence }),
    ...(locale && { locale }),
    ...(brand && { brand }),
    ...(roles && { roles }),
  }
}

/** The roles that a user was given; nothing where nobody ever spoke of roles. */
export const rolesOf = ({ roles }: Pick<CredentialRow, 'roles'>): UserRole[] | undefined =>
  roles === null ? undefined : UserRole.array().parse(JSON.parse(roles))
