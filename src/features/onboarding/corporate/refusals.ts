import { get } from 'react-hook-form'
import type { registerCorporate } from '#contract/console/entry'
import type { Conflict } from '#contract/endpoint'
import { fieldErrorText } from '@/components/form/server-errors'
import { readFailure } from '@/lib/failure'
import type { CorporateDraft } from './draft'
import { registerSentences } from './messages'
import { type FieldPath, fieldPaths, type StepId, stepOf } from './steps'

/** Complaints of a refused registration that belong to what somebody typed. */
export type Refusal = {
  step: StepId
  code: string
  complaints: { path: FieldPath; message: string }[]
  /** What was refused. */
  sent: CorporateDraft
}

/** The complaints about a step that still hold: what they are about stands there as it was sent. */
export const standing = ({ complaints, sent }: Refusal, step: StepId, draft: CorporateDraft): Refusal['complaints'] =>
  complaints.filter(
    ({ path }) => stepOf(path) === step && JSON.stringify(get(draft, path)) === JSON.stringify(get(sent, path)),
  )

/** What owns the problem; a code without a field is about the whole, and is said where it was sent. */
const owners = {
  ROOT_EMAIL_NOT_UNIQUE: 'rootUser.email',
  ROOT_EMAIL_NOT_VERIFIED: 'rootUser.email',
  ROOT_USER_INACTIVE: 'rootUser.email',
  KYC_APPROVAL_MISSING: 'rootUser.email',
  PROFILE_MISMATCH: 'rootUser.email',
  EMAIL_DOMAIN_NOT_ALLOWED: 'rootUser.email',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'rootUser.mobile',
  COMPANY_NOT_FOUND: 'company.registrationNumber',
  COMPANY_TYPE_UNSUPPORTED: 'company.type',
  COUNTRY_INVALID: 'company.registrationCountry',
  COUNTRY_UNSUPPORTED: 'company.registrationCountry',
  CURRENCY_UNSUPPORTED: 'baseCurrency',
  COMPANY_LOOKUP_FAILED: undefined,
  PAYMENT_MODEL_CONSTRAINTS_VIOLATED: undefined,
  PROFILE_NOT_FOUND: undefined,
  PROFILE_INACTIVE: undefined,
  FEE_GROUP_INVALID: undefined,
  NOT_OPEN: undefined,
} as const satisfies Record<Conflict<typeof registerCorporate>, FieldPath | undefined>

const ownerOf = (code: string): FieldPath | undefined => Object.entries(owners).find(([known]) => known === code)?.[1]

/** The field of a wire name: `request.rootUser.mobile.number` is the number's field, a bare `businessAddress` its first line. */
export function fieldOf(wireName: string): FieldPath | undefined {
  const path = wireName.replace(/^request\./, '')
  return (
    fieldPaths.find((field) => path === field || path.startsWith(`${field}.`)) ??
    fieldPaths.find((field) => field.startsWith(`${path}.`))
  )
}

/** Where a refused registration leads: to the first step that has something to correct. Undefined: nothing typed is at fault. */
export function refusalOf(error: unknown, sent: CorporateDraft): Refusal | undefined {
  const { company } = sent
  const { status, code, fields } = readFailure(error)
  if (status === 409) {
    const path = ownerOf(code)
    const message = registerSentences()[code]
    if (!path || !message) return undefined
    // The API does not tell which of two countries it means; where they are the same one it is the first.
    const other: FieldPath = 'company.businessAddress.country'
    const countries =
      path === 'company.registrationCountry' && company.businessAddress.country !== company.registrationCountry
    const complaints = [{ path, message }, ...(countries ? [{ path: other, message }] : [])]
    return { step: stepOf(path), code, complaints, sent }
  }
  if (status !== 400) return undefined
  const complaints = Object.entries(fields).flatMap(([name, word]) => {
    const path = fieldOf(name)
    return path ? [{ path, message: fieldErrorText(word) }] : []
  })
  const steps = complaints.map(({ path }) => stepOf(path))
  const first = (['root', 'company', 'business', 'review'] as const).find((step) => steps.includes(step))
  return first && { step: first, code, complaints, sent }
}
