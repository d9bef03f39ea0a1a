import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { factorQueries } from '@/api/queries/factors'
import { sessionQueries } from '@/api/queries/session'
import { EntryFrame } from '@/components/layout/entry-frame'
import { Button } from '@/components/ui/button'
import { Wizard } from '@/components/wizard/wizard'
import { pageTitle } from '@/lib/brand'
import { OwnCheck } from '../components/own-check'
import { MyEmail, MyPhone } from '../components/own-proofs'
import { type WelcomeStep, welcomeSteps } from '../link'
import { t } from '../text'

type Props = { step: WelcomeStep; onStep: (step: WelcomeStep) => void; onDone: () => void }

/** What is left after an invitation was accepted. Each step can wait, and stands in the address. */
export function WelcomePage({ step, onStep, onDone }: Props) {
  const { data: session } = useQuery(sessionQueries.current())
  useEffect(() => {
    document.title = pageTitle(t('steps'))
  }, [])
  if (!session) return null
  const following = welcomeSteps[welcomeSteps.indexOf(step) + 1]
  const next = () => (following ? onStep(following) : onDone())
  const steps = (['password', ...welcomeSteps] as const).map((id) => ({ id, label: t(`step.${id}`) }))
  return (
    <EntryFrame title={t('welcome', { name: session.person.name })} lead={t('welcomeLead')} wide>
      <Wizard
        title={t('steps')}
        steps={steps}
        current={step}
        furthest="check"
        closedBefore="email"
        onStep={(id) => id !== 'password' && onStep(id)}
      >
        <div className="max-w-xl space-y-6">
          {step === 'email' && <EmailStep email={session.person.email} onNext={next} />}
          {step === 'phone' && <PhoneStep onNext={next} />}
          {step === 'check' && (
            <>
              <OwnCheck />
              <Onward label={t('finish')} onPress={onDone} />
            </>
          )}
        </div>
      </Wizard>
    </EntryFrame>
  )
}

function EmailStep({ email, onNext }: { email: string; onNext: () => void }) {
  return (
    <>
      <p className="text-ink-soft">{t('emailText', { email })}</p>
      <MyEmail onDone={onNext} actions={<Onward label={t('later')} onPress={onNext} />} />
    </>
  )
}

function PhoneStep({ onNext }: { onNext: () => void }) {
  const { data } = useQuery(factorQueries.list())
  const registered = data?.factors?.some(({ type, status }) => type === 'OTP' && status === 'ACTIVE')
  if (registered) {
    return (
      <>
        <p>{t('phoneDone')}</p>
        <Button variant="primary" onClick={onNext}>
          {t('next')}
        </Button>
      </>
    )
  }
  return (
    <>
      <p className="text-ink-soft">{t('phoneText')}</p>
      <MyPhone onDone={onNext} actions={<Onward label={t('later')} onPress={onNext} />} />
    </>
  )
}

function Onward({ label, onPress }: { label: ReactNode; onPress: () => void }) {
  return <Button onClick={onPress}>{label}</Button>
}
