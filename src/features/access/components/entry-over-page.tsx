import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { IdentityId } from '#contract/common'
import { entryChoose } from '#contract/console/entry'
import type { SessionView } from '#contract/session'
import { callConsole } from '@/api/client'
import { ErrorView } from '@/components/feedback/error-view'
import { Button } from '@/components/ui/button'
import { t } from '../entry-text'
import { useEntry } from '../use-entry'
import { ExpiredPassword } from './expired-password'
import { IdentityChoice } from './identity-choice'

type Props = {
  /** The identity that the page behind belongs to: gone into without asking, where the sign-in opens it. */
  identity: IdentityId | undefined
  onSession: (session: SessionView) => void
  /** Nothing waits any more: the password again. */
  onOver: () => void
}

/** What comes between the password and the session, over the page that was being worked on. */
export function EntryOverPage({ identity, onSession, onOver }: Props) {
  const { query, entry, onOutcome } = useEntry(onSession, 'afresh')
  const offered =
    entry?.kind === 'choice' && entry.identities.some(({ id }) => id.id === identity?.id && id.type === identity.type)
  const back = useMutation({
    mutationFn: (to: IdentityId) => callConsole(entryChoose, { body: { identity: to } }),
    onSuccess: onOutcome,
  })
  const going = useRef(false)
  const { mutate: goBack } = back
  useEffect(() => {
    if (!identity || !offered || going.current) return
    going.current = true
    goBack(identity)
  }, [identity, offered, goBack])

  if (query.isFetching && !entry) return <p role="status">{t('loading')}</p>
  if (query.isError && !entry) {
    return <ErrorView error={query.error} title={t('notRead')} onRetry={() => void query.refetch()} />
  }
  if (entry?.kind === 'password-expired') {
    return (
      <div className="grid gap-4">
        <p>{t('password.lead', { email: entry.email })}</p>
        <ExpiredPassword onOutcome={onOutcome} onOver={onOver} />
      </div>
    )
  }
  if (entry?.kind === 'choice') {
    if (offered && !back.isError) return <p role="status">{t('loading')}</p>
    return <IdentityChoice identities={entry.identities} onOutcome={onOutcome} onOver={onOver} />
  }
  return (
    <div className="grid gap-3">
      <p>{t('over.text')}</p>
      <Button onClick={onOver} className="justify-self-start">
        {t('over.start')}
      </Button>
    </div>
  )
}
