import type { ReactNode } from 'react'
import { Select } from '@/components/ui/select'
import { Field } from './field'

export type Option = { value: string; label: string; disabled?: boolean }

type Props = {
  name: string
  label: ReactNode
  options: readonly Option[]
  hint?: ReactNode
  required?: boolean
  /** The entry that stands for "not chosen yet"; without it the first option is the choice. */
  placeholder?: string
  disabled?: boolean
}

export function SelectField({ name, label, options, hint, required = false, placeholder, disabled }: Props) {
  return (
    <Field name={name} label={label} hint={hint} required={required}>
      {(control) => (
        <Select {...control} disabled={disabled}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
