import { type ReactNode, useEffect } from 'react'
import { EntryFrame } from '@/components/layout/entry-frame'
import { pageTitle } from '@/lib/brand'
import { StepUpForm } from '../components/step-up-form'
import { t } from '../text'

type Props = { onDone: () => void; onLater: () => void; onSignInAgain: () => void; phone: ReactNode }

/** The second half of signing in. It may wait: whatever needs the code asks for it. */
export function CodePage({ onDone, onLater, onSignInAgain, phone }: Props) {
  useEffect(() => {
    document.title = pageTitle(t('title'))
  }, [])
  return (
    <EntryFrame title={t('title')} lead={t('lead')}>
      <StepUpForm onDone={onDone} onLeave={{ label: t('later'), act: onLater }} {...{ onSignInAgain, phone }} />
    </EntryFrame>
  )
}
