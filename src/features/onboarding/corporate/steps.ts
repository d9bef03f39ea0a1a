import { CorporateCreateRequest } from '#contract/corporates'
import { type AddressPart, type AddressProblem, addressProblems } from '@/lib/address'
import { type DateProblem, readDateOfBirth } from '@/lib/calendar-date'
import { type PhoneProblem, phoneProblem } from '@/lib/phone'
import { type RegistrationProblem, registrationProblem } from '@/lib/registration-number'
import type { CorporateDraft } from './draft'

export const stepIds = ['need', 'root', 'company', 'business', 'review'] as const
export type StepId = (typeof stepIds)[number]

/** What a draft is judged by. */
export type Facts = { now: number; currencies: readonly string[] }

type TextProblem = 'EMPTY' | 'TOO_LONG'

/** What is wrong with what was typed, by the field's path. */
export type Problems = {
  ready?: 'EMPTY'
  'rootUser.name'?: TextProblem
  'rootUser.surname'?: TextProblem
  'rootUser.email'?: 'EMPTY' | 'FORM'
  'rootUser.mobile'?: PhoneProblem
  'rootUser.dateOfBirth'?: DateProblem
  'rootUser.companyPosition'?: 'EMPTY'
  'company.name'?: TextProblem
  'company.type'?: 'EMPTY'
  'company.registrationCountry'?: 'EMPTY'
  'company.registrationNumber'?: RegistrationProblem
  industry?: 'EMPTY'
  sourceOfFunds?: 'EMPTY'
  sourceOfFundsOther?: 'EMPTY'
  baseCurrency?: 'EMPTY'
  acceptedTerms?: 'EMPTY'
} & { [P in AddressPart as `company.businessAddress.${P}`]?: AddressProblem }
export type FieldPath = Exclude<keyof Problems, 'ready'>

/** Every field, in the order of the pages. */
export const fieldPaths: readonly FieldPath[] = [
  'rootUser.name',
  'rootUser.surname',
  'rootUser.email',
  'rootUser.mobile',
  'rootUser.dateOfBirth',
  'rootUser.companyPosition',
  'company.name',
  'company.type',
  'company.registrationCountry',
  'company.registrationNumber',
  'company.businessAddress.addressLine1',
  'company.businessAddress.addressLine2',
  'company.businessAddress.city',
  'company.businessAddress.postCode',
  'company.businessAddress.state',
  'company.businessAddress.country',
  'industry',
  'sourceOfFunds',
  'sourceOfFundsOther',
  'baseCurrency',
  'acceptedTerms',
]

const { rootUser, company } = CorporateCreateRequest.shape

const textProblem = (text: string, most: number): TextProblem | undefined => {
  if (!text.trim()) return 'EMPTY'
  return text.trim().length > most ? 'TOO_LONG' : undefined
}
const most = (schema: { maxLength: number | null }): number => schema.maxLength ?? Number.POSITIVE_INFINITY

const emailProblem = (text: string) => {
  if (!text.trim()) return 'EMPTY'
  return rootUser.shape.email.safeParse(text.trim()).success ? undefined : 'FORM'
}

const empty = (value: string | boolean): 'EMPTY' | undefined => (value ? undefined : 'EMPTY')

/** Whoever trades alone or for no profit may stand in no register. */
export const mayLackNumber = ({ type }: CorporateDraft['company']): boolean =>
  type === 'SOLE_TRADER' || type === 'NON_PROFIT_ORGANISATION'

const numberProblem = (of: CorporateDraft['company']): RegistrationProblem | undefined => {
  // Which country's form it must have is not known yet; that it is missing is.
  if (!of.registrationCountry && of.registrationNumber.trim()) return undefined
  const problem = registrationProblem(of.registrationCountry, of.registrationNumber)
  return problem?.code === 'EMPTY' && mayLackNumber(of) ? undefined : problem
}

const judge: Record<
  StepId,
  (draft: CorporateDraft, facts: Facts) => { [P in keyof Problems]: Problems[P] | undefined }
> = {
  need: ({ ready }) => ({ ready: empty(ready) }),
  root: ({ rootUser: root }, { now }) => {
    const born = readDateOfBirth(root.dateOfBirth, now)
    return {
      'rootUser.name': textProblem(root.name, most(rootUser.shape.name)),
      'rootUser.surname': textProblem(root.surname, most(rootUser.shape.surname)),
      'rootUser.dateOfBirth': born.ok ? undefined : born.problem,
      'rootUser.companyPosition': empty(root.companyPosition),
      'rootUser.email': emailProblem(root.email),
      'rootUser.mobile': phoneProblem(root.mobile),
    }
  },
  company: ({ company: of }) => ({
    'company.name': textProblem(of.name, most(company.shape.name)),
    'company.type': empty(of.type),
    'company.registrationCountry': empty(of.registrationCountry),
    'company.registrationNumber': numberProblem(of),
  }),
  business: (draft, { currencies }) => ({
    ...Object.fromEntries(
      Object.entries(addressProblems(draft.company.businessAddress)).map(([part, problem]) => [
        `company.businessAddress.${part}`,
        problem,
      ]),
    ),
    industry: empty(draft.industry),
    sourceOfFunds: empty(draft.sourceOfFunds),
    sourceOfFundsOther: draft.sourceOfFunds === 'OTHER' ? empty(draft.sourceOfFundsOther.trim()) : undefined,
    baseCurrency: currencies.includes(draft.baseCurrency) ? undefined : 'EMPTY',
  }),
  review: ({ acceptedTerms }) => ({ acceptedTerms: empty(acceptedTerms) }),
}

/** What is wrong with what a step asks for; empty when the next one may be shown. */
export const problemsOf = (step: StepId, draft: CorporateDraft, facts: Facts): Problems =>
  Object.fromEntries(Object.entries(judge[step](draft, facts)).filter(([, problem]) => problem !== undefined))

/** The furthest step that the draft allows: everything before it is right. */
export const furthestStep = (draft: CorporateDraft, facts: Facts): StepId =>
  stepIds.find((step) => Object.keys(problemsOf(step, draft, facts)).length > 0) ?? 'review'

/** The step that asks for a field. */
export function stepOf(path: FieldPath): StepId {
  if (path.startsWith('rootUser.')) return 'root'
  if (path === 'acceptedTerms') return 'review'
  return path.startsWith('company.') && !path.startsWith('company.businessAddress.') ? 'company' : 'business'
}

/**
 * Where the person goes from a step that is right. Who came from the review, to correct one thing, goes back to it.
 */
export const nextStep = (step: StepId, draft: CorporateDraft, facts: Facts): StepId => {
  const furthest = furthestStep(draft, facts)
  return furthest === 'review' ? 'review' : (stepIds[stepIds.indexOf(step) + 1] ?? 'review')
}
