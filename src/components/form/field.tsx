import { type ReactNode, useId } from 'react'
import { type UseFormRegisterReturn, useFormContext, useFormState } from 'react-hook-form'
import { describedBy, FieldFrame } from './field-frame'

/** What a control spreads on itself to belong to its field. */
export type ControlProps = Pick<UseFormRegisterReturn, 'name' | 'ref' | 'onChange' | 'onBlur'> & {
  id: string
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  'aria-describedby': string | undefined
}

type Props = {
  /** Path in the form's values. */
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  /** What is wrong with the value, in forms that have no resolver to say it. */
  validate?: ((value: unknown) => string | undefined) | undefined
  children: (control: ControlProps) => ReactNode
}

/** One field of the surrounding form: label, control, complaint, hint, tied together. */
export function Field({ name, label, hint, required = false, validate, children }: Props) {
  const id = useId()
  const { control, register, getFieldState } = useFormContext()
  const formState = useFormState({ control, name, exact: true })
  const error = getFieldState(name, formState).error?.message
  const { onChange, onBlur, ref } = register(
    name,
    validate && { validate: (value: unknown) => validate(value) ?? true },
  )
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required}>
      {children({
        id,
        name,
        ref,
        onChange,
        onBlur,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
        'aria-describedby': describedBy(id, { hint, error }),
      })}
    </FieldFrame>
  )
}
