import type { registerConsumer } from '#contract/console/entry'
import type { Args } from '#contract/endpoint'
import { toAddress } from '@/lib/address'
import { readDateOfBirth } from '@/lib/calendar-date'
import type { ConsumerDraft } from './draft'

export type RegistrationBody = Args<typeof registerConsumer>['body']

/** The request of a draft that has no problems; undefined of another one. Terms are part of it only as they were accepted. */
export function toRegistration(draft: ConsumerDraft, now: number): RegistrationBody | undefined {
  const { rootUser, sourceOfFunds, acceptedTerms } = draft
  const born = readDateOfBirth(rootUser.dateOfBirth, now)
  const address = toAddress(rootUser.address)
  if (!born.ok || !address || !rootUser.occupation || !sourceOfFunds || !acceptedTerms) return undefined
  return {
    rootUser: {
      name: rootUser.name.trim(),
      surname: rootUser.surname.trim(),
      email: rootUser.email.trim(),
      mobile: rootUser.mobile,
      dateOfBirth: born.date,
      placeOfBirth: rootUser.placeOfBirth.trim(),
      nationality: rootUser.nationality,
      occupation: rootUser.occupation,
      address,
    },
    sourceOfFunds,
    ...(sourceOfFunds === 'OTHER' && { sourceOfFundsOther: draft.sourceOfFundsOther.trim() }),
    acceptedTerms,
  }
}
