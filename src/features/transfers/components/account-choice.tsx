import { useId, useState } from 'react'
import type { ManagedAccount } from '#contract/managed-accounts'
import { Money } from '@/components/feedback/money'
import { FieldFrame } from '@/components/form/field-frame'
import { Input } from '@/components/ui/input'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { t } from '../text'

/** From this many accounts on a name is found faster than seen. */
const searchFrom = 9
const mostShown = 30

export type Choice = { account: ManagedAccount /** Why it cannot be chosen. */; reason?: string | undefined }

type Props = {
  legend: string
  name: string
  choices: readonly Choice[]
  value: string
  onValue: (id: string) => void
  error?: string | undefined
}

/** Accounts to choose from; those that are off stay in sight, with the reason. */
export function AccountChoice({ legend, name, choices, value, onValue, error }: Props) {
  const id = useId()
  const [sought, setSought] = useState('')
  const words = sought.trim().toLowerCase()
  const matches = choices.filter(({ account }) => account.friendlyName.toLowerCase().includes(words))
  const shown = matches.slice(0, mostShown)
  return (
    <div className="space-y-4">
      {choices.length >= searchFrom && (
        <FieldFrame id={id} label={t('search')} required>
          <Input id={id} type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        </FieldFrame>
      )}
      {shown.length === 0 ? (
        <p role="status" className="text-ink-soft">
          {t('noMatch')}
        </p>
      ) : (
        <RadioGroup legend={legend} name={name} value={value} onValueChange={onValue} invalid={error !== undefined}>
          {shown.map(({ account, reason }) => (
            <RadioItem
              key={account.id}
              value={account.id}
              disabled={reason !== undefined}
              label={<span className="font-medium">{account.friendlyName}</span>}
              hint={reason ?? account.tag}
              aside={<Money value={{ currency: account.currency, amount: account.balances.availableBalance }} />}
            />
          ))}
        </RadioGroup>
      )}
      {matches.length > shown.length && (
        <p className="text-ink-soft text-small">{t('moreMatches', { count: matches.length - shown.length })}</p>
      )}
      {error && (
        <p role="alert" className="text-bad text-small">
          {error}
        </p>
      )}
    </div>
  )
}
