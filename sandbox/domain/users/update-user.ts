import type { Conflict } from '../../../contract/endpoint'
import type { User, UserChange, userUpdate } from '../../../contract/users'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { lockAddresses } from '../identities/addresses'
import { planContact, writeContact } from '../identities/change-contact'
import { credentialDocument } from '../identities/credential-document'
import type { CredentialRow } from '../identities/credentials'
import { given } from '../identities/what-changes'
import { findOwnUser } from './find-user'
import { rolesOf, userView } from './user-view'

type Refusal = Conflict<typeof userUpdate>

/**
 * Changes what is given of a user. A new address is unproved, and what was sent to the old one is worth nothing; a new
 * number is to be enrolled again. Mirrors `userUpdate`.
 */
export async function updateUser(
  ctx: ActorCtx,
  id: string,
  change: UserChange,
): Promise<Outcome<User, 'NOT_FOUND' | Refusal>> {
  if (change.email !== undefined) await lockAddresses(ctx)
  const user = await findOwnUser(ctx, id)
  if (!user) return refuse('NOT_FOUND')
  const problem = rolesProblem(ctx, user, change)
  if (problem) return refuse(problem)
  const contact = await planContact(ctx, user, change)
  if (!contact.ok) return contact
  const { email, mobile_number } = contact.value.columns
  // A check that is being looked at holds the number it began with.
  if (mobile_number !== undefined && credentialDocument(user).kycStatus === 'PENDING_REVIEW')
    return refuse('MOBILE_CHANGE_NOT_ALLOWED')

  const { name, surname, tag, roles, dateOfBirth, locale, brand } = change
  const uninvited = email !== undefined && user.password_hash === null
  await writeContact(ctx, user, contact.value, {
    columns: {
      ...given({ name, surname, tag }),
      ...(roles && { roles: JSON.stringify([...new Set(roles)]) }),
      ...(uninvited && { invited_until: null }),
    },
    document: given({ dateOfBirth, locale, brand }),
  })
  return done(userView(ctx.actor, (await findOwnUser(ctx, id)) ?? user))
}

/** Nobody gives roles to themselves, and only the root user takes ADMIN away. */
function rolesProblem({ actor }: ActorCtx, user: CredentialRow, { roles }: UserChange): Refusal | undefined {
  if (!roles) return undefined
  const before = rolesOf(user) ?? []
  if (user.id === actor.credentialId) return 'CANNOT_MODIFY_OWN_ROLES'
  const takesAdmin = before.includes('ADMIN') && !roles.includes('ADMIN')
  return takesAdmin && actor.credentialType !== 'ROOT' ? 'ADMIN_ROLE_REMOVAL_NOT_ALLOWED' : undefined
}
