import { Currency } from '#contract/common'
import { type Consumer, ConsumerSourceOfFunds, type ConsumerUpdateRequest, Occupation } from '#contract/consumers'
import { changedFields } from '@/components/identity/typed'
import { type AddressText, addressText, toAddress } from '@/lib/address'
import { type DateText, dateText, readDateOfBirth } from '@/lib/calendar-date'

/** What is typed: text throughout. */
export type ConsumerForm = {
  occupation: string
  sourceOfFunds: string
  sourceOfFundsOther: string
  nationality: string
  placeOfBirth: string
  baseCurrency: string
  feeGroup: string
  tag: string
  name: string
  surname: string
  dateOfBirth: DateText
  address: AddressText
}

export const consumerForm = ({ rootUser, ...consumer }: Consumer): ConsumerForm => ({
  occupation: rootUser.occupation ?? '',
  sourceOfFunds: consumer.sourceOfFunds ?? '',
  sourceOfFundsOther: consumer.sourceOfFundsOther ?? '',
  nationality: rootUser.nationality ?? '',
  placeOfBirth: rootUser.placeOfBirth ?? '',
  baseCurrency: consumer.baseCurrency ?? '',
  feeGroup: consumer.feeGroup ?? '',
  tag: consumer.tag ?? '',
  name: rootUser.name,
  surname: rootUser.surname,
  dateOfBirth: dateText(rootUser.dateOfBirth),
  address: addressText(rootUser.address),
})

/** Only what was changed; who the person is and where they live only while that is open. */
export function toConsumerChange(form: ConsumerForm, consumer: Consumer, fixed: boolean): ConsumerUpdateRequest {
  const before = request(consumerForm(consumer))
  const after = request(form)
  if (!fixed) return changedFields(before, after)
  const { name, surname, dateOfBirth, address, ...open } = after
  return changedFields(before, open)
}

function request(form: ConsumerForm): ConsumerUpdateRequest {
  const born = readDateOfBirth(form.dateOfBirth)
  return {
    occupation: Occupation.safeParse(form.occupation).data,
    sourceOfFunds: ConsumerSourceOfFunds.safeParse(form.sourceOfFunds).data,
    sourceOfFundsOther: form.sourceOfFunds === 'OTHER' ? form.sourceOfFundsOther.trim() : '',
    nationality: form.nationality,
    placeOfBirth: form.placeOfBirth.trim(),
    baseCurrency: Currency.safeParse(form.baseCurrency).data,
    feeGroup: form.feeGroup.trim(),
    tag: form.tag.trim(),
    name: form.name.trim(),
    surname: form.surname.trim(),
    dateOfBirth: born.ok ? born.date : undefined,
    address: toAddress(form.address),
  }
}
