import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { minutesText, useSecondsLeft } from '@/lib/seconds-left'
import type { AskPhone } from '../ask-phone'
import { stepUpSentence } from '../messages'
import { t } from '../text'

type Props = {
  asked: AskPhone
  onDone: () => void
  /** Further ways on: the code instead, later. */
  actions: ReactNode
  /** The phone itself, where it is played on this page. */
  phone: ReactNode
}

/** Waiting for the phone's yes, and what came of it. */
export function PhoneAnswer({ asked, onDone, actions, phone }: Props) {
  const { answer, readAt } = asked
  const state = answer?.state ?? 'WAITING'
  const left = useSecondsLeft(answer?.expiresAt === undefined ? undefined : readAt + (answer.expiresAt - answer.now))
  const told = useRef(false)
  useEffect(() => {
    if (state !== 'VERIFIED' || told.current) return
    told.current = true
    onDone()
  }, [state, onDone])

  if (state === 'WAITING' || state === 'VERIFIED') {
    return (
      <div className="grid gap-4">
        <Notice tone="wait" title={t('phone.waiting.title')}>
          {t('phone.waiting.text')}
        </Notice>
        {left > 0 && (
          <p role="timer" aria-live="off" className="figures text-ink-soft">
            {t('phone.left', { left: minutesText(left) })}
          </p>
        )}
        {asked.offline && (
          <p role="status" className="text-small text-wait">
            {t('phone.offline')}
          </p>
        )}
        {phone}
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
    )
  }
  const kind = state === 'DECLINED' ? 'declined' : 'expired'
  return (
    <div className="grid gap-4">
      <Notice tone="bad" title={t(`phone.${kind}.title`)}>
        {t(`phone.${kind}.text`)}
      </Notice>
      {asked.refused && (
        <Notice tone="bad" title={t('phone.refused')}>
          {stepUpSentence(asked.refused)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button ref={focusOnce} variant="primary" busy={asked.asking} onClick={asked.ask}>
          {t('phone.again')}
        </Button>
        {actions}
      </div>
    </div>
  )
}

/** What was pressed before is gone, and the focus with it. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus()
