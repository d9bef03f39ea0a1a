import type { CorporateCreateRequest, CreatedCorporate, corporateCreate } from '../../../contract/corporates'
import type { Conflict } from '../../../contract/endpoint'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { programme } from '../programme'
import { type Holders, holdersOf, isPending, lockAddresses, releaseAddresses } from './addresses'
import type { CorporateDocument } from './corporate-document'
import { countryProblem } from './countries'
import { type CredentialRow, findIdentity } from './credentials'
import { insertCredential } from './insert-credential'
import { insertIdentity } from './insert-identity'
import { contactProblem, isCurrencySupported, isFeeGroup, profileProblem } from './order-rules'
import { corporateView } from './read-corporate'

type Refusal = Conflict<typeof corporateCreate>

/**
 * Registers a company with its root user, who has no password yet. A root user of another company, approved, may be this
 * one's too and keeps their password. Mirrors `corporateCreate`.
 */
export async function createCorporate(
  ctx: Ctx,
  order: CorporateCreateRequest,
): Promise<Outcome<CreatedCorporate, Refusal>> {
  const problem = problemWith(order)
  if (problem) return refuse(problem)
  await lockAddresses(ctx)
  const address = await holdersOf(ctx, order.rootUser.email)
  const person = await knownPerson(ctx, address)
  if (!person.ok) return person

  await releaseAddresses(ctx, address.abandoned)
  const { name } = order.company
  const identity = await insertIdentity(ctx, { type: 'CORPORATE', name, document: documentOf(order) })
  const { companyPosition, dateOfBirth, tag, locale, brand, ...login } = order.rootUser
  const root = await insertCredential(ctx, {
    ...login,
    identityId: identity.id,
    type: 'ROOT',
    knownAs: person.value,
    document: { companyPosition, dateOfBirth, tag, locale, brand },
  })
  const view = corporateView(identity, root)
  return done({ ...view, rootUser: { ...view.rootUser, passwordAlreadySet: root.password_hash !== null } })
}

function problemWith({ profileId, company, rootUser, baseCurrency, feeGroup }: CorporateCreateRequest) {
  const profile = profileProblem(profileId, 'corporate')
  if (profile) return profile
  const { unknown, outage } = programme.companyRegister
  if (company.registrationNumber === unknown) return 'COMPANY_NOT_FOUND'
  if (company.registrationNumber === outage) return 'COMPANY_LOOKUP_FAILED'
  if (!isCurrencySupported(baseCurrency)) return 'CURRENCY_UNSUPPORTED'
  if (!isFeeGroup(feeGroup)) return 'FEE_GROUP_INVALID'
  const country = countryProblem(company.registrationCountry, company.businessAddress?.country)
  return country ?? contactProblem(rootUser)
}

/** Whose login there is under that address already, if it is somebody who may have another company. */
async function knownPerson(ctx: Ctx, { holders }: Holders): Promise<Outcome<CredentialRow | undefined, Refusal>> {
  for (const holder of holders) {
    const identity = await findIdentity(ctx, holder.identity_id)
    if (holder.type !== 'ROOT' || identity?.type !== 'CORPORATE') return refuse('ROOT_EMAIL_NOT_UNIQUE')
    if (!holder.email_verified)
      return refuse((await isPending(ctx, holder)) ? 'ROOT_EMAIL_NOT_UNIQUE' : 'ROOT_EMAIL_NOT_VERIFIED')
    if (!holder.active) return refuse('ROOT_USER_INACTIVE')
    if (identity.kyi_status !== 'APPROVED') return refuse('KYC_APPROVAL_MISSING')
  }
  return done(holders.find((holder) => holder.password_hash !== null) ?? holders[0])
}

function documentOf({ rootUser: _, company, ...order }: CorporateCreateRequest): CorporateDocument {
  const { registrationCountry, ...rest } = company
  return { ...order, company: { ...rest, countryOfRegistration: registrationCountry } }
}
