import { type ReactNode, useEffect, useId, useState } from 'react'
import { useController } from 'react-hook-form'
import type { Mobile } from '#contract/people'
import { Input } from '@/components/ui/input'
import { loadPhonePlan, noPhone, phoneProblem, readPhone } from '@/lib/phone'
import { CallingCode } from './calling-code'
import { describedBy, FieldFrame } from './field-frame'
import { errorOf } from './nested-error'
import { phoneRefusalText } from './phone-text'
import { usePhonePlan } from './use-phone-plan'

type Props = {
  /** Holds a `Mobile` as the request wants it (begin with `noPhone`), while the field shows what was typed. */
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
}

/** A mobile number: its country, and the number as one writes it at home. A whole number (+44 …) brings its country. */
export function PhoneField({ name, label, hint, required = false, disabled }: Props) {
  const id = useId()
  const { plan, failed } = usePhonePlan()
  const { field, fieldState } = useController({
    name,
    // The server complains about a part of it.
    exact: false,
    rules: {
      validate: async (value: unknown) => {
        await loadPhonePlan().catch(() => undefined)
        return phoneRefusalText(asMobile(value), required) ?? true
      },
    },
  })
  const value = asMobile(field.value)
  const [typed, setTyped] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const country = chosen && plan?.callingCodeOf(chosen) === value.countryCode ? chosen : plan?.countryOf(value)
  const read = (text: string, at = country, code = value.countryCode): Mobile => readPhone(text, code, at, plan)
  // A value that came from elsewhere (a draft, a reset) is shown as the people of its country write it.
  const own = typed !== undefined && sameNumber(read(typed), value)
  const shown = own ? typed : plan && !phoneProblem(value, plan) ? plan.nationalText(value) : value.number
  const error = errorOf(fieldState.error, ['number', 'countryCode'])

  const type = (text: string) => {
    setTyped(text)
    field.onChange(read(text))
  }
  const choose = (at: string) => {
    setChosen(at)
    field.onChange(read(shown, at, plan?.callingCodeOf(at) ?? ''))
  }
  // What was typed before the tables came is read once more with them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when they come, and only then
  useEffect(() => {
    if (plan && typed !== undefined && !sameNumber(read(typed), value)) field.onChange(read(typed))
  }, [plan])

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required}>
      <div className="flex gap-2">
        <CallingCode
          label={label}
          plan={plan}
          failed={failed}
          country={country}
          code={value.countryCode}
          onCountry={choose}
          onCode={(code) => field.onChange({ ...value, countryCode: code })}
          disabled={disabled}
          invalid={error !== undefined && value.countryCode === '' && value.number !== ''}
        />
        <Input
          id={id}
          type="tel"
          ref={field.ref}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            // Its country has been chosen by what was typed: the rest stands as one writes it there.
            if (plan && /^(?:\+|00)/.test(shown.trim()) && /^\d+$/.test(value.number))
              setTyped(plan.nationalText(value))
            field.onBlur()
          }}
          disabled={disabled}
          autoComplete="tel"
          maxLength={30}
          aria-invalid={(error !== undefined && (value.countryCode !== '' || value.number === '')) || undefined}
          aria-required={required || undefined}
          aria-describedby={describedBy(id, { hint, error })}
          className="figures min-w-0 flex-1"
        />
      </div>
    </FieldFrame>
  )
}

const asMobile = (value: unknown): Mobile => {
  if (typeof value !== 'object' || value === null) return noPhone
  const text = (part: keyof Mobile) => String(Reflect.get(value, part) ?? '')
  return { countryCode: text('countryCode'), number: text('number') }
}

const sameNumber = (one: Mobile, other: Mobile): boolean =>
  one.number === other.number && one.countryCode === other.countryCode
