import type { ComponentProps, ReactNode } from 'react'
import { Input } from '@/components/ui/input'
import { Field } from './field'

type Props = Omit<ComponentProps<'input'>, 'name' | 'ref'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  validate?: (value: unknown) => string | undefined
}

export function TextField({ name, label, hint, required = false, validate, ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} required={required} validate={validate}>
      {(control) => <Input type="text" {...rest} {...control} />}
    </Field>
  )
}
