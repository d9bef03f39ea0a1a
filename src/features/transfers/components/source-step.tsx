import { type FormEvent, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { type ManagedAccount, managedAccountCreate } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { sourceProblem, type TransferDraft } from '../steps'
import { t } from '../text'
import { AccountChoice } from './account-choice'
import { StepButtons } from './step-buttons'

type Props = { accounts: readonly ManagedAccount[]; onNext: () => void }

export function SourceStep({ accounts, onNext }: Props) {
  const { setValue, watch } = useFormContext<TransferDraft>()
  const from = watch('from')
  const [missing, setMissing] = useState(false)
  const choices = accounts
    .filter(({ state }) => state.state !== 'DESTROYED')
    .map((account) => ({ account, reason: reasonOf(account) }))
    .sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
  if (!choices.some(({ reason }) => reason === undefined)) return <NoSource />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = choices.some(({ account, reason }) => account.id === from && reason === undefined)
    setMissing(!chosen)
    if (chosen) onNext()
  }
  return (
    <form onSubmit={submit} aria-label={t('step_from')}>
      <AccountChoice
        legend={t('chooseSource')}
        name="from"
        choices={choices}
        value={from}
        onValue={(id) => {
          setMissing(false)
          setValue('from', id)
        }}
        error={missing ? t('sourceMissing') : undefined}
      />
      <StepButtons />
    </form>
  )
}

function reasonOf(account: ManagedAccount): string | undefined {
  const problem = sourceProblem(account)
  return problem && t(`problem_${problem}`)
}

function NoSource() {
  const { whyNot } = useAccess()
  return (
    <EmptyState
      title={t('noSource')}
      text={t('noSourceText')}
      action={
        <GatedLink to="/accounts/new" variant="primary" reason={whyNot(managedAccountCreate.permission)}>
          {t('newAccount')}
        </GatedLink>
      }
    />
  )
}
