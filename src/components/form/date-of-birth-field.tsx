import { type ReactNode, useId } from 'react'
import { useController } from 'react-hook-form'
import { Input } from '@/components/ui/input'
import { type DatePart, type DateText, noDate, readDateOfBirth } from '@/lib/calendar-date'
import { catalogue } from '@/lib/text'
import { dateRefusalText } from './date-text'
import { describedBy } from './field-frame'
import { errorOf } from './nested-error'

const t = catalogue('date-of-birth', {
  day: 'Day',
  month: 'Month',
  year: 'Year',
  hint: 'For example 27 3 1984',
  optional: 'optional',
})

type Props = {
  /** Holds a `DateText` (begin with `noDate` or `dateText(…)`); `readDateOfBirth` makes the request's date of it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
}

const parts = [
  { part: 'day', autoComplete: 'bday-day', width: 'w-16', length: 2 },
  { part: 'month', autoComplete: 'bday-month', width: 'w-16', length: 2 },
  { part: 'year', autoComplete: 'bday-year', width: 'w-20', length: 4 },
] as const satisfies readonly { part: DatePart; autoComplete: string; width: string; length: number }[]

/** A date that one knows by heart, in three fields: quicker than a calendar that opens at today. */
export function DateOfBirthField({ name, label, hint = t('hint'), required = false, disabled }: Props) {
  const id = useId()
  const { field, fieldState } = useController({
    name,
    // The server complains about a part of it.
    exact: false,
    rules: { validate: (typed: unknown) => refusalOf(asDateText(typed), required)?.message ?? true },
  })
  const typed = asDateText(field.value)
  const error = errorOf(fieldState.error, ['day', 'month', 'year'])
  const wrong = refusalOf(typed, required)?.part
  const described = describedBy(id, { hint, error })

  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-small">
        {label}
        {!required && <span className="ml-1.5 font-normal text-ink-soft">{t('optional')}</span>}
      </legend>
      <div className="flex flex-wrap gap-3">
        {parts.map(({ part, autoComplete, width, length }) => (
          <div key={part} className={`flex flex-col gap-1 ${width}`}>
            <label htmlFor={`${id}-${part}`} className="text-ink-soft text-small">
              {t(part)}
            </label>
            <Input
              id={`${id}-${part}`}
              ref={part === (wrong ?? 'day') ? field.ref : undefined}
              value={typed[part]}
              onChange={(event) => field.onChange({ ...typed, [part]: event.target.value })}
              onBlur={field.onBlur}
              inputMode="numeric"
              autoComplete={autoComplete}
              maxLength={length}
              aria-required={required || undefined}
              aria-invalid={(error && (wrong === undefined || wrong === part)) || undefined}
              aria-describedby={described}
              className="figures"
            />
          </div>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-bad text-small">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-soft text-small">
          {hint}
        </p>
      )}
    </fieldset>
  )
}

/** What a form holds under the field's name, whatever that is. */
const asDateText = (value: unknown): DateText => {
  if (typeof value !== 'object' || value === null) return noDate
  const text = (part: DatePart) => String(Reflect.get(value, part) ?? '')
  return { year: text('year'), month: text('month'), day: text('day') }
}

const refusalOf = (typed: DateText, required: boolean): { message: string; part: DatePart } | undefined => {
  const read = readDateOfBirth(typed)
  if (read.ok || (read.problem === 'EMPTY' && !required)) return undefined
  return { message: dateRefusalText(read.problem), part: read.part }
}
