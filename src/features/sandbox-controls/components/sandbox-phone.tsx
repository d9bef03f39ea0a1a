import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Smartphone } from 'lucide-react'
import { answerOnPhone, sandboxPhoneQueries, type WaitingOnPhone } from '@/api/sandbox-phones'
import { Button } from '@/components/ui/button'
import { t } from '../text'

/** The phone that the embedded sandbox plays: what waits on it, and the two buttons. */
export function SandboxPhone() {
  const queryClient = useQueryClient()
  const waiting = useQuery(sandboxPhoneQueries.waiting())
  const answer = useMutation({
    mutationFn: ({ id, said }: { id: string; said: 'APPROVE' | 'DECLINE' }) => answerOnPhone(id, said),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sandboxPhoneQueries.waiting().queryKey }),
  })
  const press = (id: string, said: 'APPROVE' | 'DECLINE') => () => answer.mutate({ id, said })
  return (
    <section aria-labelledby="sandbox-phone" className="rounded-panel border border-rule border-dashed bg-sunken p-4">
      <h2 id="sandbox-phone" className="flex items-center gap-2 font-medium text-small">
        <Smartphone aria-hidden className="size-4 text-ink-soft" />
        {t('phone.title')}
      </h2>
      <p className="mt-1 text-ink-soft text-small">{t('phone.text')}</p>
      {waiting.isError && <p className="mt-2 text-bad text-small">{t('phone.unread')}</p>}
      {waiting.data?.length === 0 && <p className="mt-2 text-small">{t('phone.nothing')}</p>}
      <ul>
        {waiting.data?.map((one) => (
          <li key={one.challengeId} className="mt-3 border-rule border-t pt-3">
            <p className="font-medium">{whatFor(one)}</p>
            <p className="break-all text-ink-soft text-small">{one.email}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button
                size="sm"
                aria-label={t('phone.approve.for', { what: whatFor(one) })}
                onClick={press(one.challengeId, 'APPROVE')}
              >
                {t('phone.approve')}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                aria-label={t('phone.decline.for', { what: whatFor(one) })}
                onClick={press(one.challengeId, 'DECLINE')}
              >
                {t('phone.decline')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {answer.isError && (
        <p role="alert" className="mt-2 text-bad text-small">
          {t('phone.failed')}
        </p>
      )}
    </section>
  )
}

function whatFor({ purpose }: WaitingOnPhone): string {
  if (purpose === 'LOGIN' || purpose === 'STEP_UP' || purpose === 'ENROLMENT') return t(`purpose.${purpose}`)
  return t('purpose.other')
}
