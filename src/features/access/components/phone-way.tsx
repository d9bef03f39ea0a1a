import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { type EntryOutcome, entryFinish, entryPhone } from '#contract/console/entry'
import { callConsole } from '@/api/client'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { t } from '../entry-text'
import { finishSentences, phoneSentences } from '../messages'
import { expiresHere, type PhoneEntry, phoneState } from '../way-in'
import { PhoneAddress } from './phone-address'
import { PhoneQuestion } from './phone-question'
import { RefusedStep } from './refused-step'

type Props = {
  entry: PhoneEntry | undefined
  /** The question that stood here before, should the gateway have forgotten it. */
  before: PhoneEntry | undefined
  /** When `entry` was read, by this machine's clock. */
  readAt: number
  offline: boolean
  onOutcome: (outcome: EntryOutcome) => void
  onPassword: () => void
  phone: ReactNode
}

/** Signing in by phone: whose, the question, and what came of it. */
export function PhoneWay({ entry, before, readAt, offline, onOutcome, onPassword, phone }: Props) {
  const ask = useMutation({
    mutationFn: (email: string) => callConsole(entryPhone, { body: { email } }),
    onSuccess: onOutcome,
  })
  const finish = useMutation({ mutationFn: () => callConsole(entryFinish, {}), onSuccess: onOutcome })
  const state = phoneState(entry, before)
  const email = (entry ?? before)?.email ?? ''

  // Approved is approved once, however often the page is drawn.
  const finishing = useRef(false)
  const { mutate: goIn } = finish
  useEffect(() => {
    if (state !== 'APPROVED' || finishing.current) return
    finishing.current = true
    goIn()
  }, [state, goIn])

  return (
    <div className="grid gap-5">
      <RefusedStep title={t('failed.phone')} error={ask.error} sentences={phoneSentences()} />
      {shown()}
      <Button variant="link" size="sm" onClick={onPassword} className="justify-self-start">
        {t('phone.password')}
      </Button>
    </div>
  )

  function shown(): ReactNode {
    switch (state) {
      case 'NONE':
        return <PhoneAddress busy={ask.isPending} onAsk={ask.mutate} />
      case 'WAITING':
        return entry && <PhoneQuestion {...{ email, offline, phone }} until={expiresHere(entry, readAt)} />
      case 'APPROVED':
        if (!finish.isError) return <p role="status">{t('phone.approved')}</p>
        return (
          <RefusedStep
            title={t('phone.finish.failed')}
            error={finish.error}
            sentences={finishSentences()}
            onOver={onPassword}
            actions={
              <Button size="sm" onClick={() => finish.mutate()}>
                {t('phone.finish.again')}
              </Button>
            }
          />
        )
      case 'DECLINED':
      case 'EXPIRED': {
        const kind = state === 'DECLINED' ? 'declined' : 'expired'
        return (
          <>
            <Notice tone="bad" title={t(`phone.${kind}.title`)}>
              {t(`phone.${kind}.text`, { email })}
            </Notice>
            <Button ref={focusOnce} variant="primary" busy={ask.isPending} onClick={() => ask.mutate(email)}>
              {t('phone.again')}
            </Button>
          </>
        )
      }
      default:
        return nothingElse(state)
    }
  }
}

/** What was pressed before is gone, and the focus with it. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus()

function nothingElse(_: never): null {
  return null
}
