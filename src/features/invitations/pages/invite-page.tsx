import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EntryOutcome } from '#contract/console/entry'
import { userInviteValidate } from '#contract/user-invites'
import { callPublic } from '@/api/client'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { EntryFrame } from '@/components/layout/entry-frame'
import { Skeleton } from '@/components/ui/skeleton'
import { pageTitle } from '@/lib/brand'
import { readFailure } from '@/lib/failure'
import { CodeForm } from '../components/code-form'
import { PasswordForm } from '../components/password-form'
import { ToSignIn } from '../components/refused'
import { linkedCode } from '../link'
import { t } from '../text'

type Props = {
  userId: string | undefined
  email: string | undefined
  onOutcome: (outcome: EntryOutcome) => void
}

/** Where the link in an invitation leads: is it still good, then a password. */
export function InvitePage({ userId, email, onOutcome }: Props) {
  useEffect(() => {
    document.title = pageTitle(t('title'))
  }, [])
  return (
    <EntryFrame title={t('title')} lead={email ? t('leadFor', { email }) : t('lead')}>
      {userId ? (
        <Invitation key={userId} userId={userId} onOutcome={onOutcome} />
      ) : (
        <Notice tone="bad" title={t('incomplete')} actions={<ToSignIn />}>
          {t('incompleteText')}
        </Notice>
      )}
    </EntryFrame>
  )
}

function Invitation({ userId, onOutcome }: { userId: string; onOutcome: Props['onOutcome'] }) {
  const [code, setCode] = useState(() => linkedCode.of(userId))
  const check = useQuery({
    queryKey: ['invitation', userId, code],
    queryFn: async ({ signal }) => {
      const body = { inviteCode: code ?? '' }
      await callPublic(userInviteValidate, { params: { user_id: userId }, body }, signal)
      return true
    },
    enabled: code !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (code === undefined) {
    return (
      <>
        <p className="mb-4 text-ink-soft">{t('codeText')}</p>
        <CodeForm busy={false} onCode={setCode} />
        <p className="mt-6">
          <ToSignIn />
        </p>
      </>
    )
  }
  if (check.data) return <PasswordForm userId={userId} code={code} onOutcome={onOutcome} />
  if (!check.error) return <Checking />
  // An invitation that does not exist and a code that is wrong are alike to whoever holds neither.
  if (![404, 409].includes(readFailure(check.error).status)) {
    return (
      <ErrorView
        error={check.error}
        title={t('notChecked')}
        onRetry={() => void check.refetch()}
        busy={check.isFetching}
      />
    )
  }
  const again = (typed: string) => (typed === code ? void check.refetch() : setCode(typed))
  return (
    <>
      <Notice tone="bad" title={t('refused')} actions={<ToSignIn />} className="mb-6">
        <p>{t('refusedText')}</p>
        <p>{t('refusedUsed')}</p>
        <p>{t('refusedOld')}</p>
      </Notice>
      <CodeForm busy={check.isFetching} onCode={again} />
    </>
  )
}

function Checking() {
  return (
    <>
      <p role="status" className="sr-only">
        {t('checking')}
      </p>
      <div aria-hidden className="space-y-5">
        <Skeleton className="w-40" />
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </div>
    </>
  )
}
