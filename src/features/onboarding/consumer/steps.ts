import { ConsumerCreateRequest } from '#contract/consumers'
import { type AddressPart, type AddressProblem, addressProblems } from '@/lib/address'
import { type DateProblem, readDateOfBirth } from '@/lib/calendar-date'
import { isEmail } from '@/lib/email'
import { type PhoneProblem, phoneProblem } from '@/lib/phone'
import type { ConsumerDraft } from './draft'

export const stepIds = ['need', 'you', 'address', 'money', 'review'] as const
export type StepId = (typeof stepIds)[number]

/** What is wrong with what was typed, by the field's path. */
export type Problems = {
  ready?: 'EMPTY'
  'rootUser.name'?: 'EMPTY' | 'TOO_LONG'
  'rootUser.surname'?: 'EMPTY' | 'TOO_LONG'
  'rootUser.dateOfBirth'?: DateProblem
  'rootUser.placeOfBirth'?: 'EMPTY'
  'rootUser.nationality'?: 'EMPTY'
  'rootUser.email'?: 'EMPTY' | 'FORM'
  'rootUser.mobile'?: PhoneProblem
  'rootUser.occupation'?: 'EMPTY'
  sourceOfFunds?: 'EMPTY'
  sourceOfFundsOther?: 'EMPTY'
  acceptedTerms?: 'EMPTY'
} & { [P in AddressPart as `rootUser.address.${P}`]?: AddressProblem }
export type FieldPath = keyof Problems

const { name, surname } = ConsumerCreateRequest.shape.rootUser.shape

const textProblem = (text: string, most: number | null) => {
  if (!text.trim()) return 'EMPTY'
  return text.trim().length > (most ?? Number.POSITIVE_INFINITY) ? 'TOO_LONG' : undefined
}
const empty = (value: string | boolean): 'EMPTY' | undefined => (value ? undefined : 'EMPTY')

type Found = { [P in FieldPath]?: Problems[P] | undefined }

const judge: Record<StepId, (draft: ConsumerDraft, now: number) => Found> = {
  need: ({ ready }) => ({ ready: empty(ready) }),
  you: ({ rootUser }, now) => {
    const born = readDateOfBirth(rootUser.dateOfBirth, now)
    return {
      'rootUser.name': textProblem(rootUser.name, name.maxLength),
      'rootUser.surname': textProblem(rootUser.surname, surname.maxLength),
      'rootUser.dateOfBirth': born.ok ? undefined : born.problem,
      'rootUser.placeOfBirth': empty(rootUser.placeOfBirth.trim()),
      'rootUser.nationality': empty(rootUser.nationality),
      'rootUser.email': empty(rootUser.email.trim()) ?? (isEmail(rootUser.email) ? undefined : 'FORM'),
      'rootUser.mobile': phoneProblem(rootUser.mobile),
    }
  },
  address: ({ rootUser }) =>
    Object.fromEntries(
      Object.entries(addressProblems(rootUser.address)).map(([part, problem]) => [`rootUser.address.${part}`, problem]),
    ),
  money: (draft) => ({
    'rootUser.occupation': empty(draft.rootUser.occupation),
    sourceOfFunds: empty(draft.sourceOfFunds),
    sourceOfFundsOther: draft.sourceOfFunds === 'OTHER' ? empty(draft.sourceOfFundsOther.trim()) : undefined,
  }),
  review: ({ acceptedTerms }) => ({ acceptedTerms: empty(acceptedTerms) }),
}

/** What is wrong with what a step asks for; empty when the next one may be shown. */
export const problemsOf = (step: StepId, draft: ConsumerDraft, now: number): Problems =>
  Object.fromEntries(Object.entries(judge[step](draft, now)).filter(([, problem]) => problem !== undefined))

/** The furthest step that the draft allows: everything before it is right. */
export const furthestStep = (draft: ConsumerDraft, now: number): StepId =>
  stepIds.find((step) => Object.keys(problemsOf(step, draft, now)).length > 0) ?? 'review'

const moneyFields: readonly FieldPath[] = ['rootUser.occupation', 'sourceOfFunds', 'sourceOfFundsOther']

/** The step that asks for a field. */
export function stepOf(path: FieldPath): StepId {
  if (path === 'ready') return 'need'
  if (path === 'acceptedTerms') return 'review'
  if (moneyFields.includes(path)) return 'money'
  return path.startsWith('rootUser.address.') ? 'address' : 'you'
}

/** Where the person goes from a step that is right. Who came from the review, to correct one thing, goes back to it. */
export const nextStep = (step: StepId, draft: ConsumerDraft, now: number): StepId =>
  furthestStep(draft, now) === 'review' ? 'review' : (stepIds[stepIds.indexOf(step) + 1] ?? 'review')
