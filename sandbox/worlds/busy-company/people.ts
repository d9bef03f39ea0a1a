import type { Actor } from '../../domain/context'
import { registerApprovedCorporate } from '../../domain/identities/register-corporate'
import { programme } from '../../domain/programme'
import { rootActor } from '../actor'
import type { NewStaff, Standing } from '../multi-identity/people'
import { takeOn } from '../multi-identity/take-on'
import type { SignIn, Site } from '../world'
import { familyNames, givenNames, of } from './names'
import { DAY, MINUTE } from './weeks'

const password = 'Sandbox-2026!'
const domain = 'brightwater.example'

export const signIns: readonly SignIn[] = [
  { email: `root@${domain}`, password, role: 'Root user' },
  { email: `user-01@${domain}`, password, role: 'Authorised user, finance' },
  { email: `user-02@${domain}`, password, role: 'Authorised user, cards' },
  { email: `user-40@${domain}`, password, role: 'User with an expired password' },
  { email: `user-44@${domain}`, password, role: 'Deactivated user' },
  { email: 'root@kestrel.example', password, role: 'Root user of Kestrel Supplies, which is paid by sends' },
]

const address = { addressLine1: '40 Canal Wharf', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' }

/** A company, approved, with its root user. Answers them as an actor who has not stepped up, so that no card shows its number. */
async function found(
  site: Site,
  instant: number,
  name: string,
  root: { name: string; surname: string; number: string },
) {
  const key = name.split(' ')[0]?.toLowerCase() ?? ''
  const { number, ...person } = root
  const { identityId, rootUserId } = await registerApprovedCorporate(site.at(instant), {
    profileId: programme.profiles.corporate,
    tag: key,
    company: {
      name,
      type: 'LLC',
      registrationNumber: number.slice(-8),
      registeredAddress: address,
      businessAddress: address,
      countryOfRegistration: 'GB',
      incorporatedOn: { year: 2012, month: 9, day: 3 },
    },
    industry: 'RETAIL_WHOLESALE',
    sourceOfFunds: 'ORDINARY_BUSINESS_ACTIVITY',
    ipAddress: '192.0.2.50',
    acceptedTerms: true,
    baseCurrency: 'EUR',
    rootUser: {
      ...person,
      email: `root@${key}.example`,
      password,
      mobile: { countryCode: '+44', number },
      companyPosition: 'DIRECTOR',
      dateOfBirth: { year: 1979, month: 6, day: 17 },
    },
  })
  return { ...rootActor({ type: 'CORPORATE', id: identityId }, rootUserId), steppedUp: false }
}

/** Brightwater Logistics, whose world this is, and Kestrel Supplies, whom it pays. */
export async function foundBoth(site: Site, start: number): Promise<{ root: Actor; kestrel: Actor }> {
  const root = await found(site, start, 'Brightwater Logistics Ltd', {
    name: 'Freya',
    surname: 'Lindqvist',
    number: '7700900500',
  })
  const kestrel = await found(site, start + 10 * MINUTE, 'Kestrel Supplies Ltd', {
    name: 'Bram',
    surname: 'Visser',
    number: '7700900501',
  })
  return { root, kestrel }
}

export const STAFF = 44

/** Most sign in; then come those who are invited, who let their invitation expire, with an old password, and deactivated. */
function standingOf(index: number): Standing {
  if (index < 34) return 'in'
  if (index < 39) return 'invited'
  return index < 40 ? 'expired' : 'deactivated'
}

const tags = ['finance', 'cards', 'fleet', 'warehouse', 'office', 'sales']

/** Takes on everybody who works there, in the first week. Answers the ids of those who sign in. */
export async function takeOnStaff(site: Site, root: Actor, start: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < STAFF; index++) {
    const stands = standingOf(index)
    const person: NewStaff = {
      name: of(givenNames, index * 7),
      surname: of(familyNames, index * 5 + 3),
      email: `user-${String(index + 1).padStart(2, '0')}@${domain}`,
      number: String(7_700_901_000 + index),
      tag: of(tags, index),
      stands,
    }
    // Three were invited in these days; of the others' time that is long ago.
    const instant = index >= 34 && index < 37 ? site.now - (index - 30) * DAY : start + index * 200 * MINUTE
    const id = await takeOn(site, root, person, instant)
    if (stands === 'in') ids.push(id)
  }
  return ids
}
