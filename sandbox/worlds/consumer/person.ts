import { createConsumer } from '../../domain/consumers/create-consumer'
import type { Actor } from '../../domain/context'
import { sendRootEmailCode, verifyRootEmail } from '../../domain/identities/email-verification'
import { admit } from '../../domain/identities/register-corporate'
import { reviewIdentity } from '../../domain/identities/review-identity'
import { startKyc } from '../../domain/identities/start-check'
import { programme } from '../../domain/programme'
import { rootActor } from '../actor'
import { must, type SignIn, type Site } from '../world'

const MINUTE = 60_000
const email = 'clara@stone.example'
const password = 'Sandbox-2026!'

export const signIns: readonly SignIn[] = [{ email, password, role: 'Consumer' }]

/** Clara Stone goes the whole way of a consumer: registered, address and phone proved, checked and approved. */
export async function settleIn(site: Site, start: number): Promise<Actor> {
  const { id, rootUser } = await must(
    createConsumer(site.at(start), {
      profileId: programme.profiles.consumer,
      tag: 'clara',
      rootUser: {
        name: 'Clara',
        surname: 'Stone',
        email,
        mobile: { countryCode: '+353', number: '851234567' },
        dateOfBirth: { year: 1991, month: 5, day: 23 },
        occupation: 'ART_ENTERTAINMENT',
        address: { addressLine1: '4 Quay Lane', city: 'Galway', postCode: 'H91 K8XA', country: 'IE' },
        nationality: 'IE',
        placeOfBirth: 'Sligo',
      },
      ipAddress: '192.0.2.44',
      acceptedTerms: true,
      baseCurrency: 'EUR',
      sourceOfFunds: 'LABOUR_CONTRACT',
    }),
  )
  const clara = rootActor(id, rootUser.id.id)
  await admit(site.at(start + MINUTE), rootUser.id.id, password)
  const address = { email, type: 'CONSUMER' } as const
  await must(sendRootEmailCode(site.at(start + 2 * MINUTE), address))
  await must(verifyRootEmail(site.at(start + 3 * MINUTE), { ...address, verificationCode: programme.otpCode }))
  await must(startKyc(site.as(clara, start + 5 * MINUTE), 'KYC_LEVEL_2'))
  const check = { identityId: id.id }
  await must(reviewIdentity(site.at(start + 20 * MINUTE), { ...check, outcome: 'PENDING_REVIEW' }))
  await must(reviewIdentity(site.at(start + 45 * MINUTE), { ...check, outcome: 'APPROVED' }))
  return clara
}
