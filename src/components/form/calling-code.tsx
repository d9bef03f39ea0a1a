import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { countryName } from '@/lib/countries'
import type { PhonePlan } from '@/lib/phone'
import { catalogue } from '@/lib/text'

const t = catalogue('calling-code', {
  label: '{label}: country',
  codeLabel: '{label}: country code, as in +44',
  choose: 'Country',
  entry: '{country} {code}',
})

type Props = {
  /** Of the number that it belongs to. */
  label: string
  plan: PhonePlan | undefined
  failed: boolean
  country: string | undefined
  code: string
  onCountry: (country: string) => void
  onCode: (code: string) => void
  disabled: boolean | undefined
  invalid: boolean
}

/** The country of a number. Where the list cannot be loaded the code itself is typed, so that nobody is stuck. */
export function CallingCode({ label, plan, failed, country, code, onCountry, onCode, disabled, invalid }: Props) {
  if (failed && !plan)
    return (
      <div className="w-20 shrink-0">
        <Input
          aria-label={t('codeLabel', { label })}
          value={code}
          onChange={(event) => onCode(event.target.value.trim())}
          disabled={disabled}
          maxLength={4}
          inputMode="tel"
          autoComplete="tel-country-code"
          aria-invalid={invalid || undefined}
          className="figures"
        />
      </div>
    )
  return (
    <Select
      aria-label={t('label', { label })}
      aria-busy={plan ? undefined : true}
      value={plan ? (country ?? '') : code}
      onChange={(event) => onCountry(event.target.value)}
      disabled={disabled}
      autoComplete="off"
      aria-invalid={invalid || undefined}
      className="w-1/2 max-w-56 shrink-0"
    >
      {(!plan || !country) && <option value={plan ? '' : code}>{(!plan && code) || t('choose')}</option>}
      {plan &&
        entries(plan).map((entry) => (
          <option key={entry.country} value={entry.country}>
            {entry.text}
          </option>
        ))}
    </Select>
  )
}

let made: { country: string; text: string }[] | undefined
const entries = (plan: PhonePlan) => {
  made ??= plan
    .callingCodes()
    .map(({ country, code }) => ({ country, text: t('entry', { country: countryName(country), code }) }))
    .sort((one, other) => one.text.localeCompare(other.text, 'en-GB'))
  return made
}
