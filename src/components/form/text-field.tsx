import type { ComponentProps, ReactNode } from 'react'
import { Input } from '@/components/ui/input'
import { Field } from './field'

type Props = Omit<ComponentProps<'input'>, 'name' | 'ref'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
}

export function TextField({ name, label, hint, required = false, ...rest }: Props) {
  return (
    <Field name={name} label={label} hint={hint} required={required}>
      {(control) => <Input type="text" {...rest} {...control} />}
    </Field>
  )
}
