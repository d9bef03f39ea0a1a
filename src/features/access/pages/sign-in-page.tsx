import { useEffect, useRef, useState } from 'react'
import type { SessionView } from '#contract/session'
import { EntryFrame } from '@/components/layout/entry-frame'
import type { SecureHandle } from '@/components/secure/secure-field'
import { pageTitle } from '@/lib/brand'
import { pageConfig } from '@/lib/page-config'
import { carriedOver } from '../carried'
import { DemoSignIns } from '../components/demo-sign-ins'
import { SignInForm } from '../components/sign-in-form'
import { type OtherWay, WaysIn } from '../components/ways-in'
import { t } from '../text'
import { typedEmail } from '../typed'

type Props = {
  /** The person has begun: a good moment to fetch what comes next. */
  onTyping: () => void
  onSignedIn: (session: SessionView) => void
  /** Another step waits. */
  onStep: (step: 'identity' | 'password') => void
  /** Another way in was chosen. */
  onGo: (to: OtherWay) => void
}

/**
 * Also rendered at build time into the served HTML, so that it is on the screen before any script has run: it may read
 * neither router nor query cache, and what it knows of this visitor comes from the page configuration.
 */
export function SignInPage({ onTyping, onSignedIn, onStep, onGo }: Props) {
  const [email, setEmail] = useState(() => carriedOver()?.email || typedEmail.get())
  const password = useRef<SecureHandle>(null)
  useEffect(() => {
    document.title = pageTitle(t('title'))
  }, [])
  const type = (typed: string) => {
    setEmail(typed)
    typedEmail.set(typed)
    onTyping()
  }
  const choose = (chosen: string) => {
    type(chosen)
    password.current?.focus()
  }
  return (
    <EntryFrame title={t('title')} lead={t('lead')}>
      <SignInForm
        email={email}
        onEmail={type}
        focus="email"
        password={password}
        onSignedIn={onSignedIn}
        onStep={onStep}
      />
      <WaysIn registrations={pageConfig().registrations} onGo={onGo} />
      <DemoSignIns signIns={pageConfig().demoSignIns} onChoose={choose} />
    </EntryFrame>
  )
}
