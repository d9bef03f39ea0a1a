import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { brand } from '@/lib/brand'
import { formatTime } from '@/lib/dates'
import { pageConfig } from '@/lib/page-config'
import { useSecondsLeft } from '@/lib/seconds-left'
import { codeLifetime, lostPassword, resendAfter } from '../lost'
import { t } from '../lost-text'
import { typedEmail } from '../typed'
import { useSendCode } from './lost-address'
import { RefusedStep } from './refused-step'

/** Where the code went, until when it is good, another one, and what to do when nothing comes. */
export function CodeOnItsWay({ onOtherAddress }: { onOtherAddress: () => void }) {
  const [sentAt, setSentAt] = useState(() => lostPassword.get().sentAt)
  const send = useSendCode(() => setSentAt(lostPassword.get().sentAt))
  const wait = useSecondsLeft(sentAt === undefined ? undefined : sentAt + resendAfter)
  const good = useSecondsLeft(sentAt === undefined ? undefined : sentAt + codeLifetime)
  const email = typedEmail.get().trim()
  const { supportEmail } = brand()
  return (
    <div className="grid gap-3">
      {sentAt !== undefined && email !== '' && (
        <p role="status" className="text-ink-soft">
          {good === 0 ? t('code.expired', { email }) : sentText(email, sentAt)}
        </p>
      )}
      <RefusedStep title={t('address.failed')} error={send.error} sentences={{}} />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {email !== '' && (
          <Button variant="link" size="sm" busy={send.isPending} disabled={wait > 0} onClick={() => send.mutate(email)}>
            {wait > 0 ? t('resendIn', { seconds: wait }) : t('resend')}
          </Button>
        )}
        <Button variant="link" size="sm" onClick={onOtherAddress}>
          {t('otherAddress')}
        </Button>
      </div>
      <details className="border-rule border-t pt-3 text-small">
        <summary className="cursor-pointer text-accent">{t('nothing.title')}</summary>
        <ul className="mt-1.5 list-disc space-y-1 pl-5 text-ink-soft">
          <li>{t('nothing.spam')}</li>
          <li>{t('nothing.other')}</li>
          <li>{t('nothing.never')}</li>
          <li>{t('nothing.ask')}</li>
          {supportEmail && <li>{t('nothing.support', { email: supportEmail })}</li>}
        </ul>
      </details>
    </div>
  )
}

/** A sandbox sends nothing, so it does not say that it did. */
function sentText(email: string, sentAt: number): string {
  const time = formatTime(sentAt + codeLifetime)
  return t(pageConfig().environment === 'weavr-live' ? 'code.sent' : 'code.sandbox', { email, time })
}
