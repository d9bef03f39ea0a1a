import { useFormContext, useWatch } from 'react-hook-form'
import { PaymentKind } from '#contract/console/approval-rules'
import { MoneyField } from '@/components/form/money-field'
import { TextField } from '@/components/form/text-field'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import type { RuleForm } from '../forms/rule-form'
import { r } from '../rule-text'

const sources = ['ANY', 'SINGLE', 'BULK'] as const

/** The conditions of a rule; what is left empty asks nothing. */
export function RuleFields({ currencies }: { currencies: readonly string[] }) {
  const { register, setValue } = useFormContext<RuleForm>()
  const source = useWatch<RuleForm, 'source'>({ name: 'source' })
  return (
    <>
      <TextField name="name" label={r('name')} hint={r('nameHint')} required autoComplete="off" />
      <fieldset className="min-w-0">
        <legend className="mb-1 text-small">{r('kinds')}</legend>
        <p className="mb-2 text-ink-soft text-small">{r('kindsHint')}</p>
        <div className="space-y-2">
          {PaymentKind.options.map((kind) => (
            <Checkbox key={kind} value={kind} label={r(`kind_${kind}`)} {...register('kinds')} />
          ))}
        </div>
      </fieldset>
      <RadioGroup
        legend={r('source')}
        name="source"
        value={source}
        onValueChange={(value) =>
          setValue('source', sources.find((one) => one === value) ?? 'ANY', { shouldDirty: true })
        }
      >
        {sources.map((one) => (
          <RadioItem key={one} value={one} label={r(`source_${one}`)} />
        ))}
      </RadioGroup>
      <Amounts name="amounts" legend={r('amounts')} hint={r('amountsHint')} currencies={currencies} />
      <Amounts name="totals" legend={r('totals')} hint={r('totalsHint')} currencies={currencies} />
      <Checkbox label={r('first')} hint={r('firstHint')} {...register('first')} />
    </>
  )
}

type AmountsProps = { name: 'amounts' | 'totals'; legend: string; hint: string; currencies: readonly string[] }

function Amounts({ name, legend, hint, currencies }: AmountsProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small">{legend}</legend>
      <p className="mb-3 text-ink-soft text-small">{hint}</p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        {currencies.map((currency) => (
          <MoneyField key={currency} name={`${name}.${currency}`} label={currency} currency={currency} />
        ))}
      </div>
    </fieldset>
  )
}
