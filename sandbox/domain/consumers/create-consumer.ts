import type { Consumer, ConsumerCreateRequest, consumerCreate } from '../../../contract/consumers'
import type { Conflict } from '../../../contract/endpoint'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { holdersOf, lockAddresses, releaseAddresses } from '../identities/addresses'
import { countryProblem, isCountry } from '../identities/countries'
import { credentialDocument } from '../identities/credential-document'
import { insertCredential } from '../identities/insert-credential'
import { insertIdentity } from '../identities/insert-identity'
import { contactProblem, isCurrencySupported, isFeeGroup, profileProblem } from '../identities/order-rules'
import type { ConsumerDocument } from './consumer-document'
import { consumerView } from './read-consumer'

type Refusal = Conflict<typeof consumerCreate>

/** Registers a person, who has no password yet. An address belongs to one consumer alone. Mirrors `consumerCreate`. */
export async function createConsumer(ctx: Ctx, order: ConsumerCreateRequest): Promise<Outcome<Consumer, Refusal>> {
  const problem = problemWith(order)
  if (problem) return refuse(problem)
  await lockAddresses(ctx)
  const address = await holdersOf(ctx, order.rootUser.email)
  if (address.holders.length > 0) return refuse('ROOT_EMAIL_NOT_UNIQUE')
  if (await isHereAlready(ctx, order.rootUser)) return refuse('CONSUMER_ALREADY_EXISTS')

  await releaseAddresses(ctx, address.abandoned)
  const { name, surname, dateOfBirth, tag, locale, brand, ...person } = order.rootUser
  const identity = await insertIdentity(ctx, {
    type: 'CONSUMER',
    name: `${name} ${surname}`,
    document: documentOf(order),
  })
  const root = await insertCredential(ctx, {
    identityId: identity.id,
    type: 'ROOT',
    name,
    surname,
    email: person.email,
    mobile: person.mobile,
    knownAs: undefined,
    document: { dateOfBirth, tag, locale, brand },
  })
  return done(consumerView(identity, root))
}

function problemWith({ profileId, rootUser, baseCurrency, feeGroup }: ConsumerCreateRequest): Refusal | undefined {
  const profile = profileProblem(profileId, 'consumer')
  // There is no word here for a profile of another kind.
  if (profile) return profile === 'PROFILE_MISMATCH' ? 'PROFILE_NOT_FOUND' : profile
  if (!isCurrencySupported(baseCurrency)) return 'CURRENCY_UNSUPPORTED'
  if (!isFeeGroup(feeGroup)) return 'FEE_GROUP_INVALID'
  if (rootUser.nationality !== undefined && !isCountry(rootUser.nationality)) return 'COUNTRY_INVALID'
  return countryProblem(rootUser.address.country) ?? contactProblem(rootUser)
}

/** The same name, birthday and number as a consumer whose address is proved: one person, not two. */
async function isHereAlready(
  ctx: Ctx,
  { name, surname, mobile, dateOfBirth }: ConsumerCreateRequest['rootUser'],
): Promise<boolean> {
  const others = await ctx.tx
    .selectFrom('sandbox_credential as c')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .select(['c.name', 'c.surname', 'c.document'])
    .where('i.type', '=', 'CONSUMER')
    .where('c.type', '=', 'ROOT')
    .where('c.email_verified', '=', 1)
    .where('c.mobile_country_code', '=', mobile.countryCode)
    .where('c.mobile_number', '=', mobile.number)
    .execute()
  const called = (person: { name: string; surname: string }) => `${person.name} ${person.surname}`.toLowerCase()
  const { year, month, day } = dateOfBirth
  return others.some((other) => {
    const born = credentialDocument(other).dateOfBirth
    if (called(other) !== called({ name, surname })) return false
    return born?.year === year && born.month === month && born.day === day
  })
}

function documentOf({ rootUser, ...order }: ConsumerCreateRequest): ConsumerDocument {
  const { occupation, address, nationality, placeOfBirth } = rootUser
  return { ...order, person: { occupation, address, nationality, placeOfBirth } }
}
