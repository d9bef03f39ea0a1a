import type { ReactNode } from 'react'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { useAskPhone } from '../ask-phone'
import { stepUpSentence } from '../messages'
import { t } from '../text'
import { useStepUp } from '../use-step-up'
import { CodeEntry } from './code-entry'
import { NoPhone } from './no-phone'
import { PhoneAnswer } from './phone-answer'

type Props = {
  onDone: () => void
  onLeave: { label: string; act: () => void }
  onSignInAgain: () => void
  /** The phone itself, where it is played on this page. */
  phone: ReactNode
}

/** Proves that it is the person: by a code, by a yes on their phone, or by registering one where there is none yet. */
export function StepUpForm({ onDone, onLeave, onSignInAgain, phone }: Props) {
  const code = useStepUp()
  const asked = useAskPhone()
  const { phase, error } = code.state
  const leave = (
    <Button variant="ghost" onClick={onLeave.act}>
      {onLeave.label}
    </Button>
  )
  const otherwise = () => {
    code.stepUp.passed()
    onDone()
  }

  if (asked.asked) {
    const actions = (
      <>
        <Button variant="ghost" onClick={asked.drop}>
          {t('phone.code')}
        </Button>
        {leave}
      </>
    )
    return <PhoneAnswer asked={asked} onDone={otherwise} phone={phone} actions={actions} />
  }
  const askPhone = asked.possible && (
    <div className="grid justify-items-start gap-3 border-rule border-t pt-4">
      <Refused error={asked.refused} title={t('phone.refused')} />
      <Button busy={asked.asking} onClick={asked.ask}>
        {t('phone.ask')}
      </Button>
    </div>
  )
  if (error?.code === 'CHANNEL_NOT_REGISTERED') {
    return (
      <div className="grid gap-5">
        <NoPhone onDone={otherwise} actions={leave} />
        {askPhone}
      </div>
    )
  }
  if (phase === 'over') {
    return (
      <div className="grid gap-4">
        <Refused error={error} title={t('error.title')} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={onSignInAgain}>
            {t('signInAgain')}
          </Button>
          {leave}
        </div>
        {askPhone}
      </div>
    )
  }
  return (
    <div className="grid gap-5">
      <CodeEntry {...code} onDone={onDone} actions={leave} />
      {askPhone}
    </div>
  )
}

function Refused({ error, title }: { error: unknown; title: string }) {
  if (!error) return null
  return (
    <Notice tone="bad" title={title}>
      {stepUpSentence(error)}
    </Notice>
  )
}
