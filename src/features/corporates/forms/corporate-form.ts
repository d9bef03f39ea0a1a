import { Currency } from '#contract/common'
import { type Corporate, CorporateSourceOfFunds, type CorporateUpdateRequest, Industry } from '#contract/corporates'
import { changedFields } from '@/components/identity/typed'
import { type AddressText, addressText, toAddress } from '@/lib/address'
import { type DateText, dateText, readDateOfBirth } from '@/lib/calendar-date'

/** What is typed: text throughout. */
export type CorporateForm = {
  industry: string
  sourceOfFunds: string
  sourceOfFundsOther: string
  baseCurrency: string
  feeGroup: string
  tag: string
  name: string
  surname: string
  dateOfBirth: DateText
  businessAddress: AddressText
}

export const corporateForm = (corporate: Corporate): CorporateForm => ({
  industry: corporate.industry ?? '',
  sourceOfFunds: corporate.sourceOfFunds ?? '',
  sourceOfFundsOther: corporate.sourceOfFundsOther ?? '',
  baseCurrency: corporate.baseCurrency,
  feeGroup: corporate.feeGroup ?? '',
  tag: corporate.tag ?? '',
  name: corporate.rootUser.name,
  surname: corporate.rootUser.surname,
  dateOfBirth: dateText(corporate.rootUser.dateOfBirth),
  businessAddress: addressText(corporate.company.businessAddress),
})

/** Where the request calls a field otherwise than the form. */
export const corporateAliases = { companyBusinessAddress: 'businessAddress' }

/** Only what was changed; who the root user is and where the company does business only while that is open. */
export function toCorporateChange(form: CorporateForm, corporate: Corporate, fixed: boolean): CorporateUpdateRequest {
  const before = request(corporateForm(corporate))
  const after = request(form)
  if (!fixed) return changedFields(before, after)
  const { name, surname, dateOfBirth, companyBusinessAddress, ...open } = after
  return changedFields(before, open)
}

function request(form: CorporateForm): CorporateUpdateRequest {
  const born = readDateOfBirth(form.dateOfBirth)
  return {
    industry: Industry.safeParse(form.industry).data,
    sourceOfFunds: CorporateSourceOfFunds.safeParse(form.sourceOfFunds).data,
    sourceOfFundsOther: form.sourceOfFunds === 'OTHER' ? form.sourceOfFundsOther.trim() : '',
    baseCurrency: Currency.safeParse(form.baseCurrency).data,
    feeGroup: form.feeGroup.trim(),
    tag: form.tag.trim(),
    name: form.name.trim(),
    surname: form.surname.trim(),
    dateOfBirth: born.ok ? born.date : undefined,
    companyBusinessAddress: toAddress(form.businessAddress),
  }
}
