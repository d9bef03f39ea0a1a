import { type FormEvent, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { type ManagedAccount, managedAccountCreate } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { destinationProblem, type TransferDraft } from '../steps'
import { t } from '../text'
import { AccountChoice } from './account-choice'
import { StepButtons } from './step-buttons'

type Props = {
  source: ManagedAccount
  accounts: readonly ManagedAccount[]
  onBack: () => void
  onNext: () => void
}

/** Only accounts that can take this money can be chosen; the others say why not. */
export function DestinationStep({ source, accounts, onBack, onNext }: Props) {
  const { whyNot } = useAccess()
  const { setValue, watch } = useFormContext<TransferDraft>()
  const to = watch('to')
  const [missing, setMissing] = useState(false)
  const choices = accounts
    .filter(({ state }) => state.state !== 'DESTROYED')
    .map((account) => ({ account, reason: reasonOf(source, account) }))
    .sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
  const possible = choices.some(({ reason }) => reason === undefined)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = choices.some(({ account, reason }) => account.id === to && reason === undefined)
    setMissing(!chosen)
    if (chosen) onNext()
  }
  return (
    <form onSubmit={submit} aria-label={t('step_to')}>
      {!possible && (
        <EmptyState
          title={t('noDestination')}
          text={t('noDestinationText', { currency: source.currency })}
          action={
            <GatedLink to="/accounts/new" reason={whyNot(managedAccountCreate.permission)}>
              {t('newAccount')}
            </GatedLink>
          }
        />
      )}
      <AccountChoice
        legend={t('chooseDestination')}
        name="to"
        choices={choices}
        value={to}
        onValue={(id) => {
          setMissing(false)
          setValue('to', id)
        }}
        error={missing ? t('destinationMissing') : undefined}
      />
      {possible ? (
        <StepButtons onBack={onBack} />
      ) : (
        <StepButtons onBack={onBack}>
          <span />
        </StepButtons>
      )}
    </form>
  )
}

function reasonOf(source: ManagedAccount, account: ManagedAccount): string | undefined {
  const problem = destinationProblem(source, account)
  if (problem === undefined) return undefined
  if (problem === 'CURRENCY') return t('problem_CURRENCY', { currency: account.currency, wanted: source.currency })
  return t(`problem_${problem}`)
}
