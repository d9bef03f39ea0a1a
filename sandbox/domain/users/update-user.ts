import type { Updateable } from 'kysely'
import type { Conflict } from '../../../contract/endpoint'
import type { Mobile } from '../../../contract/people'
import type { User, UserChange, userUpdate } from '../../../contract/users'
import type { SandboxCredentialTable } from '../../../storage/schema/identities'
import { latestChallenge, type Purpose, supersede } from '../challenges/challenge-rows'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { dropFactor, findFactor } from '../factors/factor-rows'
import { holdersOf, lockAddresses, releaseAddresses } from '../identities/addresses'
import { type CredentialDocument, credentialDocument, mobileOf } from '../identities/credential-document'
import { type CredentialRow, normalEmail } from '../identities/credentials'
import { contactProblem } from '../identities/order-rules'
import { programme } from '../programme'
import { findOwnUser } from './find-user'
import { rolesOf, userView } from './user-view'

type Refusal = Conflict<typeof userUpdate>
/** What a part of the change comes to; nothing where it changes nothing. */
type Part = { columns: Updateable<SandboxCredentialTable>; document: Partial<CredentialDocument> }

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
  const email = change.email === undefined ? user.email : normalEmail(change.email)
  const problem =
    contactProblem(change) ??
    rolesProblem(ctx, user, change) ??
    (await addressProblem(ctx, user, email)) ??
    (await mobileProblem(ctx, user, change.mobile))
  if (problem) return refuse(problem)

  const address = email === user.email ? undefined : await newAddress(ctx, user, email)
  const number = isNewNumber(user, change.mobile) ? await newNumber(ctx, user, change.mobile) : undefined
  const { name, surname, tag, roles, dateOfBirth, locale, brand } = change
  const document = { ...credentialDocument(user), ...address?.document, ...number?.document }
  const said = { ...document, ...(dateOfBirth && { dateOfBirth }), ...(locale && { locale }), ...(brand && { brand }) }
  const changed = await ctx.tx
    .updateTable('sandbox_credential')
    .set({
      ...address?.columns,
      ...number?.columns,
      ...(name !== undefined && { name }),
      ...(surname !== undefined && { surname }),
      ...(tag !== undefined && { tag }),
      ...(roles && { roles: JSON.stringify([...new Set(roles)]) }),
      document: JSON.stringify(said),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return done(userView(ctx.actor, changed))
}

/** Nobody gives roles to themselves, and only the root user takes ADMIN away. */
function rolesProblem({ actor }: ActorCtx, user: CredentialRow, { roles }: UserChange): Refusal | undefined {
  if (!roles) return undefined
  const before = rolesOf(user) ?? []
  if (user.id === actor.credentialId) return 'CANNOT_MODIFY_OWN_ROLES'
  const takesAdmin = before.includes('ADMIN') && !roles.includes('ADMIN')
  return takesAdmin && actor.credentialType !== 'ROOT' ? 'ADMIN_ROLE_REMOVAL_NOT_ALLOWED' : undefined
}

/** A change never makes one person of two: the address must be nobody's, at no company. */
async function addressProblem(ctx: Ctx, user: CredentialRow, email: string): Promise<Refusal | undefined> {
  if (email === user.email) return undefined
  const { holders, abandoned } = await holdersOf(ctx, email)
  if (holders.length > 0) return 'EMAIL_NOT_UNIQUE'
  const { emailChangedAt } = credentialDocument(user)
  const tooEarly = emailChangedAt !== undefined && ctx.now() - emailChangedAt < programme.changes.emailEveryMs
  if (tooEarly) return 'TOO_FREQUENT_EMAIL_CHANGES'
  await releaseAddresses(ctx, abandoned)
  return undefined
}

function isNewNumber(user: CredentialRow, mobile: Mobile | undefined): mobile is Mobile {
  const before = mobileOf(user)
  return mobile !== undefined && (before?.countryCode !== mobile.countryCode || before.number !== mobile.number)
}

/** A phone that is linked to the number holds it, and so does a check that is being looked at. */
async function mobileProblem(ctx: Ctx, user: CredentialRow, mobile: Mobile | undefined): Promise<Refusal | undefined> {
  if (!isNewNumber(user, mobile)) return undefined
  const { kycStatus, mobileChanges = 0 } = credentialDocument(user)
  if (kycStatus === 'PENDING_REVIEW') return 'MOBILE_CHANGE_NOT_ALLOWED'
  for (const channel of ['AUTHY', 'BIOMETRIC'] as const)
    if ((await findFactor(ctx, user.id, channel))?.status === 'ACTIVE') return 'MOBILE_CHANGE_NOT_ALLOWED'
  return mobileChanges >= programme.changes.mobiles ? 'MOBILE_NO_CHANGE_LIMIT_EXCEEDED' : undefined
}

async function newAddress(ctx: Ctx, user: CredentialRow, email: string): Promise<Part> {
  await forget(ctx, user, 'LOST_PASSWORD')
  const invitation = user.password_hash === null ? { invited_until: null } : {}
  return { columns: { email, email_verified: 0, ...invitation }, document: { emailChangedAt: ctx.now() } }
}

/** Puts another number in place of the one that a user had; it is to be enrolled. */
export async function newNumber(ctx: Ctx, user: CredentialRow, mobile: Mobile): Promise<Part> {
  await forget(ctx, user, 'ENROLMENT')
  await dropFactor(ctx, user.id, 'SMS')
  // The first number that is ever given is no change.
  const mobileChanges = (credentialDocument(user).mobileChanges ?? 0) + (mobileOf(user) ? 1 : 0)
  return {
    columns: { mobile_country_code: mobile.countryCode, mobile_number: mobile.number },
    document: { mobileNumberVerified: false, mobileChanges },
  }
}

/** What was sent to the old address or number is worth nothing any more. */
async function forget(ctx: Ctx, { id }: CredentialRow, purpose: Purpose): Promise<void> {
  const sent = await latestChallenge(ctx, { purpose, credentialId: id })
  if (sent?.status === 'PENDING') await supersede(ctx, sent.id)
}
