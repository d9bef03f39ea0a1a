import { createAccount } from '../../domain/accounts/create-account'
import { requestIban } from '../../domain/accounts/iban'
import type { Actor } from '../../domain/context'
import { bookDeposit } from '../../domain/deposits/book-deposit'
import { enrolBiometric } from '../../domain/factors/enrol-biometric'
import { findCredential } from '../../domain/identities/credentials'
import { registerApprovedCorporate } from '../../domain/identities/register-corporate'
import { setPasscode } from '../../domain/passwords/set-passcode'
import { programme } from '../../domain/programme'
import { rootActor } from '../actor'
import { must, type Site, type World } from '../world'
import { type CompanyKey, companies, jobs, passcode, password, roots, signIns } from './people'
import { takeOn } from './take-on'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * Three companies that share people: one person is a user of all three and signs in by phone too, one is root user of the
 * first and user of the second. Others were invited, deactivated, or have a password that is too old.
 */
export const multiIdentity: World = {
  what: 'Three companies that share people: one person is a user of all three.',
  signIns,
  build,
}

async function build(site: Site): Promise<void> {
  const firstDay = Math.floor(site.now / DAY) * DAY - 30 * DAY
  const founders = {
    harbour: await found(site, 'harbour', firstDay),
    lighthouse: await found(site, 'lighthouse', firstDay + DAY),
    tideline: await found(site, 'tideline', firstDay + 2 * DAY),
  }
  for (const [n, job] of jobs.entries()) {
    const instant = firstDay + (4 + n) * DAY
    const id = await takeOn(site, founders[job.at], job, instant)
    if (n === 0) await enrolPhone(site, id, instant + 90 * MINUTE)
  }
}

/** A company, approved, with its root user and an account that money has come to. */
async function found(site: Site, key: CompanyKey, instant: number): Promise<Actor> {
  const { name, registrationNumber, opening: amount } = companies[key]
  const { number, ...person } = roots[key]
  const address = { addressLine1: '1 Quayside', city: 'Bristol', postCode: 'BS1 4QA', country: 'GB' }
  const { identityId, rootUserId } = await registerApprovedCorporate(site.at(instant), {
    profileId: programme.profiles.corporate,
    tag: key,
    company: { name, type: 'LLC', registrationNumber, businessAddress: address, countryOfRegistration: 'GB' },
    ipAddress: '192.0.2.20',
    acceptedTerms: true,
    baseCurrency: 'GBP',
    rootUser: { ...person, password, mobile: { countryCode: '+44', number }, companyPosition: 'DIRECTOR' },
  })
  const root = rootActor({ type: 'CORPORATE', id: identityId }, rootUserId)
  const order = { profileId: programme.profiles.managedAccounts, friendlyName: 'Operating', currency: 'GBP' }
  const { id: accountId } = await must(createAccount(site.as(root, instant + 60 * MINUTE), order))
  await must(requestIban(site.as(root, instant + 61 * MINUTE), accountId))
  await site.settle(instant + 70 * MINUTE)
  const money = {
    currency: 'GBP',
    amount,
    senderName: name,
    senderIban: 'GB29NWBK60161331926819',
    reference: 'OPENING',
  }
  await must(bookDeposit(site.at(instant + 80 * MINUTE), { ...money, accountId }))
  return root
}

async function enrolPhone(site: Site, userId: string, instant: number): Promise<void> {
  const user = await findCredential(site.at(instant), userId)
  if (user) await must(setPasscode(site.at(instant), user, passcode))
  await must(enrolBiometric(site.at(instant + MINUTE), userId))
}
