import type { Insertable } from 'kysely'
import type { Conflict } from '../../../contract/endpoint'
import type { User, UserOrder, userCreate } from '../../../contract/users'
import type { SandboxCredentialTable } from '../../../storage/schema/identities'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { holdersOf, lockAddresses, releaseAddresses } from '../identities/addresses'
import { isCountry } from '../identities/countries'
import { type CredentialRow, findIdentity, normalEmail } from '../identities/credentials'
import { contactProblem } from '../identities/order-rules'
import { insertRow, type MoneyCtx } from '../ledger/batch'
import { userView } from './user-view'

type Refusal = Conflict<typeof userCreate>

/**
 * Adds an authorised user, who signs in once an invitation was accepted. Somebody who is known to another company under
 * that address signs in with the password they have. Mirrors `userCreate`.
 */
export async function createUser(ctx: ActorCtx & MoneyCtx, order: UserOrder): Promise<Outcome<User, Refusal>> {
  const { countryOfResidence } = order
  if (countryOfResidence !== undefined && !isCountry(countryOfResidence)) return refuse('COUNTRY_OF_RESIDENCE_INVALID')
  const problem = contactProblem(order)
  if (problem) return refuse(problem)
  const email = normalEmail(order.email)
  if (isOrdered(ctx, email)) return refuse('EMAIL_NOT_UNIQUE')
  // Whoever has added a row in this transaction holds the lock already.
  if (!ctx.batch?.rows.has('sandbox_credential')) await lockAddresses(ctx)
  const { holders, abandoned } = await holdersOf(ctx, email)
  if (!(await mayBeUser(ctx, holders))) return refuse('EMAIL_NOT_UNIQUE')

  await releaseAddresses(ctx, abandoned)
  const knownAs = holders.find((holder) => holder.password_hash !== null) ?? holders[0]
  const row = rowOf(ctx, { ...order, email }, knownAs)
  await insertRow(ctx, 'sandbox_credential', row)
  return done(userView(ctx.actor, row))
}

/** Whether another row of the same bulk takes the address; it is not in the database yet. */
function isOrdered({ batch }: MoneyCtx, email: string): boolean {
  const waiting = batch?.rows.get('sandbox_credential') ?? []
  return waiting.some((row) => 'email' in row && row.email === email)
}

/** One login for each address in an identity; companies share people, once these have proved who they are. */
async function mayBeUser({ actor, ...ctx }: ActorCtx, holders: readonly CredentialRow[]): Promise<boolean> {
  if (holders.length > 0 && actor.identityType === 'CONSUMER') return false
  for (const holder of holders) {
    if (holder.identity_id === actor.identityId) return false
    if (holder.type === 'ROOT' && !holder.email_verified) return false
    if ((await findIdentity(ctx, holder.identity_id))?.type !== 'CORPORATE') return false
  }
  return true
}

function rowOf(ctx: ActorCtx, order: UserOrder, knownAs: CredentialRow | undefined) {
  const { dateOfBirth, countryOfResidence, locale, brand, mobile, roles } = order
  return {
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    type: 'USER',
    email: order.email,
    name: order.name,
    surname: order.surname,
    mobile_country_code: mobile?.countryCode ?? null,
    mobile_number: mobile?.number ?? null,
    active: 1,
    email_verified: knownAs?.email_verified ?? 0,
    document: JSON.stringify({ mobileNumberVerified: false, dateOfBirth, countryOfResidence, locale, brand }),
    password_hash: knownAs?.password_hash ?? null,
    password_history: knownAs?.password_history ?? '[]',
    password_expires_at: knownAs?.password_expires_at ?? 0,
    failed_logins: 0,
    locked_until: 0,
    tag: order.tag ?? null,
    roles: roles ? JSON.stringify([...new Set(roles)]) : null,
    invited_until: null,
    created_at: ctx.now(),
  } as const satisfies Insertable<SandboxCredentialTable>
}
