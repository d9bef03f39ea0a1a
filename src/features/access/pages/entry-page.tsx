import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { entryLeave } from '#contract/console/entry'
import type { SessionView } from '#contract/session'
import { callConsole } from '@/api/client'
import { ErrorView } from '@/components/feedback/error-view'
import { EntryFrame } from '@/components/layout/entry-frame'
import { Button } from '@/components/ui/button'
import { pageTitle } from '@/lib/brand'
import { ExpiredPassword } from '../components/expired-password'
import { IdentityChoice } from '../components/identity-choice'
import { PhoneWay } from '../components/phone-way'
import { t } from '../entry-text'
import { typedEmail } from '../typed'
import { useEntry } from '../use-entry'
import { type EntryStep, stepFor } from '../way-in'

type Props = {
  step: EntryStep
  onSession: (session: SessionView) => void
  /** Another step than the address names; `first` is the page with the password. */
  onStep: (step: EntryStep | 'first') => void
  /** The phone that is played beside the page, where there is one. */
  phone: ReactNode
}

/** The steps of signing in between the password and the session: what is shown follows from what the gateway holds. */
export function EntryPage({ step: asked, onSession, onStep, phone }: Props) {
  const { query, entry, phoneBefore, onOutcome } = useEntry(onSession)
  const step = query.data ? stepFor(asked, entry) : asked
  const title = step === 'first' ? '' : t(titles[step])
  useEffect(() => {
    if (step !== asked) onStep(step)
  }, [step, asked, onStep])
  useEffect(() => {
    document.title = pageTitle(title)
  }, [title])

  const leave = useMutation({
    mutationFn: () => callConsole(entryLeave, {}),
    // Should the gateway not have heard, the entry ends by itself in a few minutes.
    onSettled: () => onStep('first'),
  })
  const toPassword = () => {
    typedEmail.set(entry?.email ?? phoneBefore?.email ?? typedEmail.get())
    leave.mutate()
  }

  if (query.isPending) {
    return (
      <EntryFrame title={title}>
        <p role="status" className="sr-only">
          {t('loading')}
        </p>
      </EntryFrame>
    )
  }
  if (!query.data) {
    return (
      <EntryFrame title={title}>
        <ErrorView
          error={query.error}
          title={t('notRead')}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      </EntryFrame>
    )
  }
  if (step === 'first') return null
  if (entry?.kind === 'choice') {
    return (
      <EntryFrame title={title} lead={t('choice.lead', { email: entry.email })}>
        <IdentityChoice identities={entry.identities} onOutcome={onOutcome} onOver={() => onStep('first')} />
        <SomebodyElse busy={leave.isPending} onPress={() => leave.mutate()} />
      </EntryFrame>
    )
  }
  if (entry?.kind === 'password-expired') {
    return (
      <EntryFrame title={title} lead={t('password.lead', { email: entry.email })}>
        <ExpiredPassword onOutcome={onOutcome} onOver={() => onStep('first')} />
        <SomebodyElse busy={leave.isPending} onPress={() => leave.mutate()} />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={title} lead={t('phone.lead')}>
      <PhoneWay
        entry={entry?.kind === 'phone' ? entry : undefined}
        before={phoneBefore}
        readAt={query.dataUpdatedAt}
        offline={query.isError}
        onOutcome={onOutcome}
        onPassword={toPassword}
        phone={phone}
      />
    </EntryFrame>
  )
}

const titles = { identity: 'choice.title', password: 'password.title', phone: 'phone.title' } as const

function SomebodyElse({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  return (
    <Button variant="link" size="sm" busy={busy} onClick={onPress} className="mt-6">
      {t('choice.other')}
    </Button>
  )
}
