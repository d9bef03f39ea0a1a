import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { type AddressPart, type AddressText, addressLimits, addressPartProblem, addressText } from '@/lib/address'
import { postcodeExample } from '@/lib/postcode'
import { addressRefusalText, t } from './address-text'
import { CountryField } from './country-field'
import { TextField } from './text-field'

type Props = {
  /** Holds an `AddressText` (begin with `noAddress` or `addressText(…)`); `toAddress` makes the request's address of it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** One that is not required may be left empty as a whole. */
  required?: boolean
  countries?: readonly string[]
  disabled?: boolean
}

const lines = [
  { part: 'addressLine1', autoComplete: 'address-line1', optional: false },
  { part: 'addressLine2', autoComplete: 'address-line2', optional: true },
  { part: 'city', autoComplete: 'address-level2', optional: false },
  { part: 'postCode', autoComplete: 'postal-code', optional: false },
  { part: 'state', autoComplete: 'address-level1', optional: true },
] as const

/** An address, country first: it decides how the post code is written. */
export function AddressField({ name, label, hint, required = true, countries, disabled = false }: Props) {
  const { getValues } = useFormContext()
  const country: unknown = useWatch({ name: `${name}.country` })
  const example = typeof country === 'string' ? postcodeExample(country) : undefined
  const check = (part: AddressPart) => () => {
    const values: Partial<AddressText> | undefined = getValues(name)
    const address = addressText(values)
    const problem = addressPartProblem(part, address, required)
    return problem && addressRefusalText(part, problem, address.country)
  }
  return (
    <fieldset disabled={disabled} className="min-w-0 space-y-5">
      <legend className="mb-3 font-medium text-lead">{label}</legend>
      {hint && <p className="-mt-2 text-ink-soft text-small">{hint}</p>}
      <CountryField name={`${name}.country`} required={required} {...(countries && { countries })} />
      {lines.map(({ part, autoComplete, optional }) => (
        <TextField
          key={part}
          name={`${name}.${part}`}
          label={t(part)}
          required={required && !optional}
          validate={check(part)}
          autoComplete={autoComplete}
          maxLength={part === 'postCode' ? 12 : addressLimits[part]}
          hint={part === 'postCode' && example ? t('example', { example }) : undefined}
          className={part === 'postCode' ? 'max-w-48' : undefined}
        />
      ))}
    </fieldset>
  )
}
