import { type ReactNode, useId } from 'react'
import { useController } from 'react-hook-form'
import { controlClass } from '@/components/ui/input'
import { cn } from '@/lib/cn'
import { formatMoney, parseMoney } from '@/lib/money'
import { afterPress } from './after-press'
import { describedBy, FieldFrame } from './field-frame'
import { moneyRefusalText } from './money-text'

type Props = {
  /** Holds what was typed, as text; the form's schema or `toVariables` parses it with `parseMoney`. */
  name: string
  label: ReactNode
  currency: string
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
}

/** An amount in major units. Text throughout: what was typed is read exactly or refused with its reason. */
export function MoneyField({ name, label, currency, hint, required = false, disabled }: Props) {
  const id = useId()
  const { field, fieldState } = useController({
    name,
    rules: { validate: (text: unknown) => refusal(String(text ?? ''), currency, required) ?? true },
  })
  const text = String(field.value ?? '')
  const left = fieldState.isTouched && text !== '' ? refusal(text, currency, required) : undefined
  const error = fieldState.error?.message ?? left
  const parsed = parseMoney(text, currency)
  const reading = parsed.ok && !error ? formatMoney({ currency, amount: parsed.amount }) : undefined
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required}>
      <div className="flex max-w-xs">
        <span
          aria-hidden
          className="flex h-9 items-center rounded-l-control border border-rule-strong border-r-0 bg-sunken px-3 text-ink-soft text-small"
        >
          {currency}
        </span>
        <input
          id={id}
          name={name}
          ref={field.ref}
          value={text}
          onChange={field.onChange}
          onBlur={() => afterPress(field.onBlur)}
          disabled={disabled}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-required={required || undefined}
          aria-describedby={[describedBy(id, { hint, error }), `${id}-reading`].filter(Boolean).join(' ')}
          className={cn(controlClass, 'figures h-9 rounded-l-none text-right')}
        />
      </div>
      <output
        id={`${id}-reading`}
        htmlFor={id}
        className="figures max-w-xs text-right text-ink-soft text-small empty:hidden"
      >
        {reading}
      </output>
    </FieldFrame>
  )
}

const refusal = (text: string, currency: string, required: boolean): string | undefined => {
  const parsed = parseMoney(text, currency)
  if (parsed.ok || (parsed.reason === 'EMPTY' && !required)) return undefined
  return moneyRefusalText(parsed.reason, currency)
}
