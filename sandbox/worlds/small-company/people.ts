import type { Actor } from '../../domain/context'
import { insertLogin } from '../../domain/identities/insert-login'
import { registerApprovedCorporate } from '../../domain/identities/register-corporate'
import { programme } from '../../domain/programme'
import { rootActor } from '../actor'
import type { SignIn, Site } from '../world'

const password = 'Sandbox-2026!'

export const signIns: readonly SignIn[] = [
  { email: 'root@northwind.example', password, role: 'Root user' },
  { email: 'grace@northwind.example', password, role: 'Authorised user' },
  { email: 'alan@northwind.example', password, role: 'Authorised user' },
]

const address = { addressLine1: '12 Harbour Street', city: 'London', postCode: 'E1 6AN', country: 'GB' }

const company = {
  name: 'Northwind Trading Ltd',
  type: 'LLC',
  registrationNumber: '08472913',
  registeredAddress: address,
  businessAddress: address,
  countryOfRegistration: 'GB',
  incorporatedOn: { year: 2017, month: 3, day: 14 },
} as const

/** Northwind, checked and approved, with Ada as its root user; Grace and Alan work there. Answers Ada, as an actor. */
export async function settle(site: Site, instant: number): Promise<Actor> {
  const { identityId, rootUserId } = await registerApprovedCorporate(site.at(instant), {
    profileId: programme.profiles.corporate,
    tag: 'northwind',
    company,
    industry: 'RETAIL_WHOLESALE',
    sourceOfFunds: 'ORDINARY_BUSINESS_ACTIVITY',
    acceptedTerms: true,
    ipAddress: '192.0.2.10',
    baseCurrency: 'EUR',
    rootUser: {
      ...person('Ada', 'Byron', 'root@northwind.example', '7700900101'),
      companyPosition: 'DIRECTOR',
      dateOfBirth: { year: 1985, month: 12, day: 10 },
    },
  })
  await insertLogin(site.at(instant + 60_000), identityId, {
    ...person('Grace', 'Hopper', 'grace@northwind.example', '7700900102'),
    tag: 'finance',
    countryOfResidence: 'GB',
  })
  await insertLogin(site.at(instant + 120_000), identityId, {
    ...person('Alan', 'Turing', 'alan@northwind.example', '7700900103'),
    tag: 'operations',
    countryOfResidence: 'GB',
  })
  return rootActor({ type: 'CORPORATE', id: identityId }, rootUserId)
}

function person(name: string, surname: string, email: string, number: string) {
  return { name, surname, email, password, mobile: { countryCode: '+44', number } }
}
