import { useEffect, useRef } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { AuthorisationKind, AuthorisationRule } from '#contract/console/authorisation-rules'
import { Field } from '@/components/form/field'
import { LeaveGuard } from '@/components/form/leave-guard'
import { MoneyField } from '@/components/form/money-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { dayText } from '../describe-rule'
import { type RuleValues, toRule, toValues } from '../forms/rule-form'
import { t } from '../text'
import { CardFields, WireFields } from './party-fields'

type Props = {
  kind: AuthorisationKind
  /** Left out: a new one. */
  rule: AuthorisationRule | undefined
  currencies: readonly string[]
  /** Other rules of the list are changed and not saved. */
  unsaved: boolean
  onKeep: (rule: AuthorisationRule) => void
  onCancel: () => void
}

/** The fields of one rule. It goes into the list; the list is saved as a whole. */
export function RuleEditor({ kind, rule, currencies, unsaved, onKeep, onCancel }: Props) {
  const form = useForm<RuleValues>({ defaultValues: toValues(rule, currencies) })
  const { isDirty } = form.formState
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => element.current?.querySelector('input')?.focus(), [])

  const keep = form.handleSubmit((values) => {
    const built = toRule(rule?.id ?? crypto.randomUUID(), kind, values)
    if (built.ok) return onKeep(built.rule)
    for (const field of new Set(built.fields)) form.setError(field, { message: complaint(field, values) })
    const [first] = built.fields
    if (first) form.setFocus(first)
  })
  return (
    <FormProvider {...form}>
      <form ref={element} noValidate onSubmit={(event) => void keep(event)} className="flex max-w-2xl flex-col gap-6">
        <TextField name="name" label={t('name')} required maxLength={100} autoComplete="off" />
        <SelectField
          name="action"
          label={t('action')}
          required
          options={(['APPROVE', 'DECLINE', 'ASK'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <TextField
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          required
          maxLength={200}
          autoComplete="off"
        />
        <Checkbox {...form.register('on')} label={t('on')} />
        <Group title={t('conditions')} hint={t('conditionsHint')}>
          {kind === 'CARD' ? <CardFields /> : <WireFields />}
        </Group>
        <Group title={t('amounts')}>
          {currencies.map((currency) => (
            <div key={currency} className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
              <MoneyField name={`amounts.${currency}.from`} label={t('amountFrom', { currency })} currency={currency} />
              <MoneyField name={`amounts.${currency}.to`} label={t('amountTo', { currency })} currency={currency} />
            </div>
          ))}
        </Group>
        <Group title={t('hours')}>
          <fieldset>
            <legend className="mb-1.5 font-medium text-small">{t('days')}</legend>
            <div className="flex flex-wrap gap-x-4 gap-y-2">
              {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                <Checkbox key={day} {...form.register(`days.d${day}`)} label={dayText(day)} />
              ))}
            </div>
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="fromHour" label={t('fromHour')}>
              {(control) => <Input type="time" className="figures" {...control} />}
            </Field>
            <Field name="toHour" label={t('toHour')}>
              {(control) => <Input type="time" className="figures" {...control} />}
            </Field>
          </div>
          <TextField name="zone" label={t('zone')} autoComplete="off" />
        </Group>
        <Group title={t('velocity')} hint={t('velocityHint')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="withinMinutes" label={t('within')} inputMode="numeric" autoComplete="off" />
            <TextField name="moreRequests" label={t('moreRequests')} inputMode="numeric" autoComplete="off" />
            <MoneyField name="moreAmount" label={t('moreAmount')} currency={form.watch('velocityCurrency')} />
            <SelectField
              name="velocityCurrency"
              label={t('velocityCurrency')}
              options={currencies.map((value) => ({ value, label: value }))}
            />
          </div>
        </Group>
        <div className="flex gap-3 border-rule border-t pt-4">
          <Button type="submit" variant="primary">
            {t('keep')}
          </Button>
          <Button variant="ghost" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </form>
      <LeaveGuard when={() => unsaved || isDirty} />
    </FormProvider>
  )
}

function Group({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-4 border-rule border-t pt-4">
      <legend className="float-left w-full font-medium text-lead">{title}</legend>
      {hint && <p className="-mt-2 text-ink-soft text-small">{hint}</p>}
      {children}
    </fieldset>
  )
}

const hints: Readonly<Record<string, () => string>> = {
  categories: () => t('categoriesHint'),
  countries: () => t('countriesHint'),
  instruments: () => t('listHint'),
}

function complaint(field: string, values: RuleValues): string {
  const value: unknown = values[field as keyof RuleValues]
  if (typeof value === 'string' && value.trim() === '') return t('required')
  return t('invalid', { hint: hints[field]?.() ?? '' }).trim()
}
