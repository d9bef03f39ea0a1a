import { useId } from 'react'
import { useController } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { Skeleton } from '@/components/ui/skeleton'
import type { RoleForm } from '../forms/role-form'
import { t } from '../text'

export type Instrument = { id: string; name: string; hint: string }

type Props = {
  kind: 'accounts' | 'cards'
  /** Undefined while they are read. */
  instruments: readonly Instrument[] | undefined
  /** Why there is nothing to choose from. */
  unseen: string | undefined
  /** The person's own role sees all; otherwise it cannot give all. */
  mayAll: boolean
}

const words = {
  accounts: { legend: 'scopeAccounts', list: 'chooseAccounts' },
  cards: { legend: 'scopeCards', list: 'chooseCards' },
} as const

/** All accounts (or cards), or those that are ticked in a list. */
export function ScopeField({ kind, instruments, unseen, mayAll }: Props) {
  const which = useController<RoleForm, `${typeof kind}.which`>({ name: `${kind}.which` })
  return (
    <div>
      <RadioGroup
        legend={<span className="font-medium text-lead">{t(words[kind].legend)}</span>}
        name={which.field.name}
        value={which.field.value}
        onValueChange={which.field.onChange}
      >
        <RadioItem value="all" label={t('all')} disabled={!mayAll} {...(mayAll ? {} : { hint: t('allLacking') })} />
        <RadioItem value="chosen" label={t('onlyChosen')} hint={t('scopeHint')} />
      </RadioGroup>
      {which.field.value === 'chosen' && (
        <div className="mt-3 pl-3">
          {unseen ? (
            <p className="text-ink-soft">{unseen}</p>
          ) : instruments ? (
            <Chosen kind={kind} instruments={instruments} />
          ) : (
            <>
              <p role="status" className="sr-only">
                {t('instrumentsLoading')}
              </p>
              <Skeleton className="h-24 w-full" />
            </>
          )}
        </div>
      )}
    </div>
  )
}

function Chosen({ kind, instruments }: { kind: Props['kind']; instruments: readonly Instrument[] }) {
  const id = useId()
  const { field, fieldState } = useController<RoleForm, `${typeof kind}.ids`>({ name: `${kind}.ids` })
  const chosen = new Set(field.value)
  const unseen = field.value.filter((each) => !instruments.some((instrument) => instrument.id === each)).length
  const error = fieldState.error?.message
  const change = (each: string, on: boolean) =>
    field.onChange(on ? [...field.value, each] : field.value.filter((other) => other !== each))
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="sr-only">{t(words[kind].list)}</legend>
      {instruments.length === 0 && <p className="text-ink-soft">{t('nothingToChoose')}</p>}
      <div className="max-h-80 space-y-2 overflow-y-auto p-1">
        {instruments.map((instrument, index) => (
          <Checkbox
            key={instrument.id}
            label={instrument.name}
            hint={instrument.hint}
            checked={chosen.has(instrument.id)}
            aria-invalid={error && index === 0 ? true : undefined}
            onChange={(event) => change(instrument.id, event.target.checked)}
          />
        ))}
      </div>
      {unseen > 0 && <p className="mt-2 text-ink-soft text-small">{t('keptUnseen', { count: unseen })}</p>}
      {error && (
        <p id={`${id}-error`} className="mt-2 text-bad text-small">
          {error}
        </p>
      )}
    </fieldset>
  )
}
