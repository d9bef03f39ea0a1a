import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { t } from '@/components/text'
import { Input } from '@/components/ui/input'
import { fromLocalText, localZone, zoneName } from '@/lib/dates'
import { Field } from './field'

type Props = {
  /** Holds the text of a datetime-local input; `fromLocalText` makes the instant of it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  /** Earliest and latest choice, as local text. */
  min?: string
  max?: string
  disabled?: boolean
}

/** A date and time of day. The zone is said, because a payment at midnight is another day elsewhere. */
export function DateTimeField({ name, label, hint, required = false, min, max, disabled }: Props) {
  const typed: unknown = useWatch({ name })
  // Summer and winter time have different names: the one that holds at the chosen moment is shown.
  const at = (typeof typed === 'string' ? fromLocalText(typed) : undefined) ?? Date.now()
  const zone = t('timeIn', { zone: `${zoneName(at)} (${localZone()})` })
  return (
    <Field
      name={name}
      label={label}
      required={required}
      hint={
        <>
          {hint} {zone}
        </>
      }
    >
      {(control) => (
        <Input
          type="datetime-local"
          {...control}
          min={min}
          max={max}
          disabled={disabled}
          className="figures max-w-xs"
        />
      )}
    </Field>
  )
}
