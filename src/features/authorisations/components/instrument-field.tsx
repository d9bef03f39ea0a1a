import { useId } from 'react'
import { useController } from 'react-hook-form'
import type { AuthorisationKind } from '#contract/console/authorisation-rules'
import { TextField } from '@/components/form/text-field'
import { Checkbox } from '@/components/ui/checkbox'
import { Skeleton } from '@/components/ui/skeleton'
import { type RuleValues, splitList } from '../forms/rule-form'
import { t } from '../text'
import { type Instrument, useInstruments } from './use-instruments'

/** Which cards or accounts a rule is about: ticked by name, or written as ids by whoever may not see them. */
export function InstrumentField({ kind }: { kind: AuthorisationKind }) {
  const { list, coming } = useInstruments(kind)
  if (coming) return <Skeleton className="h-24 w-full" />
  if (list) return <Choice kind={kind} list={list} />
  return (
    <TextField
      name="instruments"
      label={t(kind === 'CARD' ? 'cardIds' : 'accountIds')}
      hint={t('listHint')}
      autoComplete="off"
    />
  )
}

function Choice({ kind, list }: { kind: AuthorisationKind; list: readonly Instrument[] }) {
  const id = useId()
  const { field, fieldState } = useController<RuleValues, 'instruments'>({ name: 'instruments' })
  const chosen = splitList(field.value)
  // An id of the rule that is not in the list is kept until somebody takes it out.
  const unknown = chosen
    .filter((one) => !list.some((instrument) => instrument.id === one))
    .map((one): Instrument => ({ id: one, name: one, hint: t('notInList'), gone: false }))
  const offered = [...list.filter((one) => !one.gone || chosen.includes(one.id)), ...unknown]
  const change = (one: string, on: boolean) =>
    field.onChange((on ? [...chosen, one] : chosen.filter((other) => other !== one)).join(', '))
  const error = fieldState.error?.message
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-hint`}>
      <legend className="font-medium text-small">{t(kind === 'CARD' ? 'cards' : 'accounts')}</legend>
      <p id={`${id}-hint`} className="mb-1.5 text-ink-soft text-small">
        {offered.length === 0 ? t('nothingToChoose') : t('noneTicked')}
      </p>
      <div className="max-h-80 space-y-2 overflow-y-auto p-1">
        {offered.map(({ id: one, name, hint }, index) => (
          <Checkbox
            key={one}
            ref={index === 0 ? field.ref : undefined}
            label={name}
            hint={hint}
            checked={chosen.includes(one)}
            onChange={(event) => change(one, event.target.checked)}
            onBlur={field.onBlur}
          />
        ))}
      </div>
      {error && <p className="mt-1.5 text-bad text-small">{error}</p>}
    </fieldset>
  )
}
