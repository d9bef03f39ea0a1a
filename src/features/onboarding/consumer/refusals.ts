import type { registerConsumer } from '#contract/console/entry'
import type { Conflict } from '#contract/endpoint'
import { fieldErrorText } from '@/components/form/server-errors'
import { readFailure } from '@/lib/failure'
import { registerSentences } from './messages'
import { type FieldPath, type StepId, stepIds, stepOf } from './steps'

/** Complaints of a refused registration that belong to what somebody typed. */
export type Refusal = { step: StepId; code: string; complaints: { path: FieldPath; message: string }[] }

/** What owns the problem; a code without a field is about the whole, and is said where it was sent. */
const owners = {
  ROOT_EMAIL_NOT_UNIQUE: 'rootUser.email',
  EMAIL_DOMAIN_NOT_ALLOWED: 'rootUser.email',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'rootUser.mobile',
  COUNTRY_INVALID: 'rootUser.nationality',
  COUNTRY_UNSUPPORTED: 'rootUser.address.country',
  CONSUMER_ALREADY_EXISTS: undefined,
  CURRENCY_UNSUPPORTED: undefined,
  PAYMENT_MODEL_CONSTRAINTS_VIOLATED: undefined,
  PROFILE_NOT_FOUND: undefined,
  PROFILE_INACTIVE: undefined,
  FEE_GROUP_INVALID: undefined,
  NOT_OPEN: undefined,
} as const satisfies Record<Conflict<typeof registerConsumer>, FieldPath | undefined>

const ownerOf = (code: string): FieldPath | undefined => Object.entries(owners).find(([known]) => known === code)?.[1]

const fixed: readonly FieldPath[] = [
  'rootUser.name',
  'rootUser.surname',
  'rootUser.dateOfBirth',
  'rootUser.placeOfBirth',
  'rootUser.nationality',
  'rootUser.email',
  'rootUser.mobile',
  'rootUser.address.country',
  'rootUser.address.addressLine1',
  'rootUser.address.addressLine2',
  'rootUser.address.city',
  'rootUser.address.postCode',
  'rootUser.address.state',
  'rootUser.occupation',
  'sourceOfFunds',
  'sourceOfFundsOther',
  'acceptedTerms',
]

/** The field of a wire name: `request.rootUser.mobile.number` is the number's field, a bare `address` its first line. */
export function fieldOf(wireName: string): FieldPath | undefined {
  const path = wireName.replace(/^request\./, '')
  return (
    fixed.find((field) => path === field || path.startsWith(`${field}.`)) ??
    fixed.find((field) => field.startsWith(`${path}.`))
  )
}

/** Where a refused registration leads: to the first step that has something to correct. Undefined: nothing typed is at fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  const { status, code, fields } = readFailure(error)
  if (status === 409) {
    const path = ownerOf(code)
    const message = registerSentences()[code]
    return path && message ? { step: stepOf(path), code, complaints: [{ path, message }] } : undefined
  }
  if (status !== 400) return undefined
  const complaints = Object.entries(fields).flatMap(([name, word]) => {
    const path = fieldOf(name)
    return path ? [{ path, message: fieldErrorText(word) }] : []
  })
  const first = stepIds.find((step) => complaints.some(({ path }) => stepOf(path) === step))
  return first && { step: first, code, complaints }
}
