import { createConsumer } from '../../domain/consumers/create-consumer'
import type { Actor } from '../../domain/context'
import { createCorporate } from '../../domain/identities/create-corporate'
import { sendRootEmailCode, verifyRootEmail } from '../../domain/identities/email-verification'
import { manageOnboarding } from '../../domain/identities/manage-onboarding'
import { admit } from '../../domain/identities/register-corporate'
import { reviewIdentity } from '../../domain/identities/review-identity'
import { startKyb, startKyc } from '../../domain/identities/start-check'
import { deactivateIdentity } from '../../domain/identities/switch-identity'
import { programme } from '../../domain/programme'
import { rootActor } from '../actor'
import { must, type Site, type World } from '../world'
import { emailOf, type Journey, journeys, password, type Step, signIns } from './journeys'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** One company and one person at every step of onboarding. */
export const onboarding: World = {
  what: 'One company and one person at every step of onboarding.',
  signIns,
  build,
}

async function build(site: Site): Promise<void> {
  const firstDay = Math.floor(site.now / DAY) * DAY - 20 * DAY
  for (const [index, journey] of journeys.entries()) {
    const start = firstDay + (9 * 60 + index * 5) * MINUTE
    await walk(site, journey, index, start)
  }
}

/** Takes somebody from their registration as far as their journey goes, a step a day. `index` keeps their numbers apart. */
export async function walk(site: Site, journey: Journey, index: number, start: number): Promise<Actor> {
  const actor = await register(site, journey, index, start)
  for (const [taken, step] of journey.steps.entries())
    await take(site, { journey, actor, step, instant: start + (taken + 1) * DAY })
  return actor
}

async function register(site: Site, journey: Journey, index: number, instant: number): Promise<Actor> {
  const email = emailOf(journey)
  const order = { ipAddress: '192.0.2.70', acceptedTerms: true, baseCurrency: 'EUR' }
  const number = String(7_700_900_200 + index)
  const mobile = { countryCode: '+44', number }
  const dateOfBirth = { year: 1980 + (index % 24), month: 1 + (index % 12), day: 1 + (index % 28) }
  const address = { addressLine1: `${index + 1} Orchard Road`, city: 'Dublin', postCode: 'D02 XY45', country: 'IE' }
  if (journey.type === 'CONSUMER') {
    const { id, rootUser } = await must(
      createConsumer(site.at(instant), {
        ...order,
        profileId: programme.profiles.consumer,
        rootUser: { name: journey.name, surname: 'Marsh', email, mobile, dateOfBirth, address, nationality: 'IE' },
      }),
    )
    return rootActor(id, rootUser.id.id)
  }
  const { id, rootUser } = await must(
    createCorporate(site.at(instant), {
      ...order,
      profileId: programme.profiles.corporate,
      rootUser: { name: 'Robin', surname: journey.name, email, mobile, dateOfBirth, companyPosition: 'DIRECTOR' },
      company: {
        name: `${journey.name} Furniture Ltd`,
        type: 'LLC',
        registrationNumber: String(51_000_100 + index),
        registrationCountry: 'IE',
        businessAddress: address,
      },
      industry: 'MANUFACTURING',
      sourceOfFunds: 'ORDINARY_BUSINESS_ACTIVITY',
    }),
  )
  return rootActor(id, rootUser.id.id)
}

type Taken = { journey: Journey; actor: Actor; step: Step; instant: number }

async function take(site: Site, { journey, actor, step, instant }: Taken): Promise<void> {
  const { identityId } = actor
  const { type } = journey
  const ctx = site.at(instant)
  const me = site.as(actor, instant)
  const review = (outcome: Parameters<typeof reviewIdentity>[1]['outcome'], more: object = {}) =>
    must(reviewIdentity(ctx, { identityId, outcome, ...more }))
  const steps: Record<Step, () => Promise<unknown>> = {
    password: () => admit(ctx, actor.credentialId, password),
    address: async () => {
      const email = emailOf(journey)
      await must(sendRootEmailCode(ctx, { email, type }))
      await must(verifyRootEmail(ctx, { email, type, verificationCode: programme.otpCode }))
    },
    start: () => must<object>(type === 'CORPORATE' ? startKyb(me) : startKyc(me, undefined)),
    'start at level 1': () => must(startKyc(me, 'KYC_LEVEL_1')),
    submit: () => review('PENDING_REVIEW'),
    'send back': () =>
      review('TEMPORARILY_REJECTED', {
        details: ['DOCUMENTS_UNSATISFACTORY', 'SELFIE_AND_DOCUMENTS_MISMATCH'],
        comment: 'The photo of the passport is blurred. Please take another one in daylight.',
      }),
    approve: () => review('APPROVED'),
    reject: () => review('REJECTED', { details: ['UNSUPPORTED_COUNTRY'] }),
    'ask for documents': () =>
      review('DOCUMENTS_REQUESTED', {
        details: ['EXPIRED_KYC_DOCUMENTS'],
        documentExpiryDate: instant,
        identityRestrictionDate: site.now + 30 * DAY,
      }),
    'hand over': () => must(manageOnboarding(ctx, { identityId, pending: true })),
    'switch off': () => must(deactivateIdentity(ctx, { identityId, reasonCode: 'ACCOUNT_REVIEW' })),
  }
  await steps[step]()
}
