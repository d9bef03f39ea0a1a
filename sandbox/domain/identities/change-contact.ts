import type { Mobile } from '../../../contract/people'
import { latestChallenge, supersede } from '../challenges/challenge-rows'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { dropFactor, findFactor } from '../factors/factor-rows'
import { programme } from '../programme'
import { holdersOf, lockAddresses, releaseAddresses } from './addresses'
import { type CredentialDocument, credentialDocument, mobileOf } from './credential-document'
import { type CredentialRow, normalEmail } from './credentials'
import { contactProblem } from './order-rules'

export type ContactChange = {
  email?: string | undefined
  mobile?: Mobile | undefined
  /** Forgets how often the number was changed, before this change counts. */
  resetMobileCounter?: boolean | undefined
}
export type ContactRefusal =
  | 'EMAIL_NOT_UNIQUE'
  | 'MOBILE_OR_COUNTRY_CODE_INVALID'
  | 'EMAIL_DOMAIN_NOT_ALLOWED'
  | 'MOBILE_NO_CHANGE_LIMIT_EXCEEDED'
  | 'MOBILE_CHANGE_NOT_ALLOWED'
  | 'TOO_FREQUENT_EMAIL_CHANGES'

/** What a change comes to, before anything is written. */
export type ContactPlan = {
  columns: Partial<Pick<CredentialRow, 'email' | 'email_verified' | 'mobile_country_code' | 'mobile_number'>>
  document: Partial<CredentialDocument>
  abandoned: CredentialRow[]
}

const { changes } = programme

/**
 * Looks whether a login may have another address or number; the same as before is no change. A new address has to be
 * proved anew, a new number enrolled anew. Write it with `writeContact`.
 */
export async function planContact(
  ctx: Ctx,
  login: CredentialRow,
  { email: asked, mobile: number, resetMobileCounter }: ContactChange,
): Promise<Outcome<ContactPlan, ContactRefusal>> {
  const email = asked === undefined || normalEmail(asked) === login.email ? undefined : normalEmail(asked)
  const mobile = number && isSame(number, mobileOf(login)) ? undefined : number
  const problem = contactProblem({ email, mobile })
  if (problem) return refuse(problem)
  const { emailChangedAt, mobileChanges: counted = 0 } = credentialDocument(login)
  const mobileChanges = resetMobileCounter ? 0 : counted
  if (mobile) {
    if (mobileChanges >= changes.mobiles) return refuse('MOBILE_NO_CHANGE_LIMIT_EXCEEDED')
    if (await hasPhone(ctx, login.id)) return refuse('MOBILE_CHANGE_NOT_ALLOWED')
  }
  const plan = mobile
    ? anotherNumber(login, mobile, mobileChanges)
    : { columns: {}, document: { mobileChanges }, abandoned: [] }
  if (email === undefined) return done(plan)
  if (emailChangedAt !== undefined && ctx.now() - emailChangedAt < changes.emailEveryMs)
    return refuse('TOO_FREQUENT_EMAIL_CHANGES')
  await lockAddresses(ctx)
  const { holders, abandoned } = await holdersOf(ctx, email)
  if (holders.length > 0) return refuse('EMAIL_NOT_UNIQUE')
  return done({
    columns: { ...plan.columns, email, email_verified: 0 },
    document: { ...plan.document, emailChangedAt: ctx.now() },
    abandoned,
  })
}

/** Another number in place of the one on file, whether or not a rule stands against it. */
export function anotherNumber(
  login: CredentialRow,
  mobile: Mobile,
  mobileChanges = credentialDocument(login).mobileChanges ?? 0,
): ContactPlan {
  // The first number that is ever given is no change.
  const changed = mobileChanges + (mobileOf(login) ? 1 : 0)
  return {
    columns: { mobile_country_code: mobile.countryCode, mobile_number: mobile.number },
    document: { mobileChanges: changed, mobileNumberVerified: false },
    abandoned: [],
  }
}

const isSame = (a: Mobile, b: Mobile | undefined) => a.countryCode === b?.countryCode && a.number === b.number

/** A phone that says yes for its person is bound to their number, and must be unlinked first. */
async function hasPhone(ctx: Ctx, credentialId: string): Promise<boolean> {
  for (const channel of ['AUTHY', 'BIOMETRIC'] as const)
    if ((await findFactor(ctx, credentialId, channel))?.status === 'ACTIVE') return true
  return false
}

/** Writes a planned change, with whatever else changes about the login. */
export async function writeContact(
  ctx: Ctx,
  login: CredentialRow,
  { columns, document, abandoned }: ContactPlan,
  more: { columns?: Partial<CredentialRow>; document?: Partial<CredentialDocument> } = {},
): Promise<void> {
  await releaseAddresses(ctx, abandoned)
  const after = { ...credentialDocument(login), ...more.document, ...document }
  await ctx.tx
    .updateTable('sandbox_credential')
    .set({ ...more.columns, ...columns, document: JSON.stringify(after) })
    .where('id', '=', login.id)
    .execute()
  if (columns.email !== undefined) await forget(ctx, login, 'LOST_PASSWORD')
  if (columns.mobile_number === undefined) return
  await forget(ctx, login, 'ENROLMENT')
  await dropFactor(ctx, login.id, 'SMS')
}

/** What was sent to where the person was reached before is worth nothing. */
async function forget(ctx: Ctx, login: CredentialRow, purpose: 'LOST_PASSWORD' | 'ENROLMENT'): Promise<void> {
  const challenge = await latestChallenge(ctx, { purpose, credentialId: login.id })
  if (challenge?.status === 'PENDING') await supersede(ctx, challenge.id)
}
