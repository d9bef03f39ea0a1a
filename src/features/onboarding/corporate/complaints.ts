import { type FieldErrors, type Resolver, type ResolverResult, set } from 'react-hook-form'
import { addressRefusalText } from '@/components/form/address-text'
import { dateRefusalText } from '@/components/form/date-text'
import { phoneRefusalText } from '@/components/form/phone-text'
import type { AddressPart, AddressProblem } from '@/lib/address'
import { loadPhonePlan } from '@/lib/phone'
import { countryNames, type RegistrationProblem, registrationWords } from '@/lib/registration-number'
import type { CorporateDraft } from './draft'
import { type Facts, type FieldPath, fieldPaths, type Problems, problemsOf, type StepId } from './steps'
import { t } from './text'

export type Complaint = { path: FieldPath; message: string }

type Wrong = { [P in FieldPath]-?: NonNullable<Problems[P]> }
type Say = { [P in FieldPath]: (problem: Wrong[P], draft: CorporateDraft) => string }

const numberText = (problem: RegistrationProblem, country: string): string => {
  const values = { example: registrationWords(country)?.example ?? '' }
  if (!('from' in problem)) return t(`number_${problem.code}`)
  if (problem.from.length > 0) return t('number_FROM', { ...values, from: countryNames(problem.from) })
  return problem.code === 'FORM' ? t('number_FORM', values) : t('number_CHECK_DIGITS')
}
const address =
  (part: AddressPart) =>
  (problem: AddressProblem, { company }: CorporateDraft) =>
    addressRefusalText(part, problem, company.businessAddress.country)

const say: Say = {
  'rootUser.name': (problem) => t(`rootUser.name_${problem}`),
  'rootUser.surname': (problem) => t(`rootUser.surname_${problem}`),
  'rootUser.email': (problem) => t(`rootUser.email_${problem}`),
  'rootUser.mobile': (_, { rootUser }) => phoneRefusalText(rootUser.mobile) ?? '',
  'rootUser.dateOfBirth': dateRefusalText,
  'rootUser.companyPosition': (problem) => t(`rootUser.companyPosition_${problem}`),
  'company.name': (problem) => t(`company.name_${problem}`),
  'company.type': (problem) => t(`company.type_${problem}`),
  'company.registrationCountry': (problem) => t(`company.registrationCountry_${problem}`),
  'company.registrationNumber': (problem, { company }) => numberText(problem, company.registrationCountry),
  'company.businessAddress.addressLine1': address('addressLine1'),
  'company.businessAddress.addressLine2': address('addressLine2'),
  'company.businessAddress.city': address('city'),
  'company.businessAddress.postCode': address('postCode'),
  'company.businessAddress.state': address('state'),
  'company.businessAddress.country': address('country'),
  industry: (problem) => t(`industry_${problem}`),
  sourceOfFunds: (problem) => t(`sourceOfFunds_${problem}`),
  sourceOfFundsOther: (problem) => t(`sourceOfFundsOther_${problem}`),
  baseCurrency: (problem) => t(`baseCurrency_${problem}`),
  acceptedTerms: (problem) => t(`acceptedTerms_${problem}`),
}

const complaintAbout = <P extends FieldPath>(path: P, problems: Problems, draft: CorporateDraft): Complaint[] => {
  const problem: Partial<Wrong>[P] = problems[path]
  return problem === undefined || problem === null ? [] : [{ path, message: say[path](problem, draft) }]
}

/** Each problem in plain words. */
export const complaintsOf = (problems: Problems, draft: CorporateDraft): Complaint[] =>
  fieldPaths.flatMap((path) => complaintAbout(path, problems, draft))

/** The same judgement that decides how far the wizard goes, as complaints on the fields of one step. */
export function stepResolver(step: StepId, facts: () => Facts): Resolver<CorporateDraft> {
  return async (draft): Promise<ResolverResult<CorporateDraft>> => {
    // Without the tables a number is judged by what the API demands of all.
    if (step === 'root') await loadPhonePlan().catch(() => undefined)
    const complaints = complaintsOf(problemsOf(step, draft, facts()), draft)
    if (complaints.length === 0) return { values: draft, errors: {} }
    const errors: FieldErrors<CorporateDraft> = {}
    for (const { path, message } of complaints) set(errors, path, { type: 'refused', message })
    return { values: {}, errors }
  }
}
