import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { factorQueries } from '@/api/queries/factors'
import { sessionQueries } from '@/api/queries/session'
import { EntryFrame } from '@/components/layout/entry-frame'
import { Button } from '@/components/ui/button'
import { useDraft } from '@/components/wizard/draft'
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
  const phone = usePhoneRegistered()
  // The API does not tell a user whether their address is proved; this tab remembers that it was.
  const [proved, setProved] = useDraft('welcome', { email: '' })
  useEffect(() => {
    document.title = pageTitle(t('steps'))
  }, [])
  if (!session) return null
  const following = welcomeSteps[welcomeSteps.indexOf(step) + 1]
  const next = () => (following ? onStep(following) : onDone())
  // What was put off is not behind the person.
  const undone = proved.email !== session.person.email ? 'email' : phone ? 'check' : 'phone'
  const emailDone = () => {
    setProved({ email: session.person.email })
    next()
  }
  const steps = (['password', ...welcomeSteps] as const).map((id) => ({ id, label: t(`step.${id}`) }))
  return (
    <EntryFrame title={t('welcome', { name: session.person.name })} lead={t('welcomeLead')} wide>
      <Wizard
        title={t('steps')}
        steps={steps}
        current={step}
        furthest={undone}
        closedBefore="email"
        onStep={(id) => id !== 'password' && onStep(id)}
      >
        <div className="max-w-xl space-y-6">
          {step === 'email' && <EmailStep email={session.person.email} onDone={emailDone} onLater={next} />}
          {step === 'phone' && <PhoneStep registered={phone} onNext={next} />}
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

type EmailProps = { email: string; onDone: () => void; onLater: () => void }

function EmailStep({ email, onDone, onLater }: EmailProps) {
  return (
    <>
      <p className="text-ink-soft">{t('emailText', { email })}</p>
      <MyEmail onDone={onDone} actions={<Onward label={t('later')} onPress={onLater} />} />
    </>
  )
}

function usePhoneRegistered(): boolean {
  const { data } = useQuery(factorQueries.list())
  return data?.factors?.some(({ type, status }) => type === 'OTP' && status === 'ACTIVE') ?? false
}

function PhoneStep({ registered, onNext }: { registered: boolean; onNext: () => void }) {
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
