import type { ReactNode } from 'react'
import { Select } from '@/components/ui/select'
import { countriesByName } from '@/lib/countries'
import { t } from './address-text'
import { Field } from './field'

type Props = {
  /** Holds ISO 3166 alpha-2, or nothing. */
  name: string
  label?: ReactNode
  hint?: ReactNode
  /** Which countries can be chosen; all of them unless said otherwise. */
  countries?: readonly string[]
  required?: boolean
  disabled?: boolean
  autoComplete?: string
}

/** A country by its name. Typing the name's beginning finds it, as in every list of the platform. */
export function CountryField({
  name,
  label = t('country'),
  hint,
  countries,
  required = false,
  disabled,
  autoComplete = 'country',
}: Props) {
  const validate = (code: unknown) => (code || !required ? undefined : t('NO_COUNTRY'))
  return (
    <Field name={name} label={label} hint={hint} required={required} validate={validate}>
      {(control) => (
        <Select {...control} disabled={disabled} autoComplete={autoComplete}>
          <option value="">{t('chooseCountry')}</option>
          {countriesByName(countries).map((country) => (
            <option key={country.code} value={country.code}>
              {country.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
