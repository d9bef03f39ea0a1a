import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { IdentityId } from '#contract/common'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Wizard } from '@/components/wizard/wizard'
import { FaceContext, faceOf } from '@/lib/faces'
import type { BeforeSteps, Registered } from '../before'
import { useRereadEntry } from '../mutations'
import { type AfterId, afterIds, shownBefore } from '../standing'
import { words } from '../text'
import { type Standing, useStanding } from '../use-standing'
import { AfterStep } from './after-step'
import { AlreadyKnown } from './already-known'
import { OtherIdentity } from './other-identity'

type Props<Id extends string> = {
  type: IdentityId['type']
  before: BeforeSteps<Id>
  /** The step that the address asks for. */
  step: string | undefined
  onStep: (step: string, options?: { replace: boolean }) => void
}

/**
 * The way from nobody to a customer. Which steps are open follows from what the draft proves and what the server knows,
 * never from the address alone; the step shown is the earlier of the one asked for and the furthest one. What was sent is
 * behind the person: nothing leads back into a registration that was made.
 */
export function OnboardingWizard<Id extends string>({ type, before, step, onStep }: Props<Id>) {
  const face = faceOf(type)
  const t = words.to(face)
  const standing = useStanding(type)
  const rereadEntry = useRereadEntry()
  const [known, setKnown] = useState<Registered>()
  const after = standing.kind === 'waiting' ? 'password' : standing.kind === 'signed-in' ? standing.next : undefined

  useLeadTo(addressFor(standing, step, before), step, onStep)
  const signedIn = standing.kind === 'signed-in'
  // The server has everything now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes about
  useEffect(() => {
    if (signedIn) before.forget()
  }, [signedIn])

  if (standing.kind === 'loading') return <Loading label={t('loading')} />
  if (standing.kind === 'failed')
    return <ErrorView title={t('notLoaded')} error={standing.error} onRetry={standing.retry} />
  if (standing.kind === 'other') return <OtherIdentity type={type} session={standing.session} />
  if (standing.kind === 'closed')
    return (
      <Notice tone="info" title={t('closedTitle')}>
        <p>{t('closedText')}</p>
      </Notice>
    )
  if (known) return <AlreadyKnown type={type} email={known.email} />

  const ids = before.steps.map(({ id }) => id)
  const shown = shownBefore(ids, before.furthest, step)
  const steps = [...before.steps, ...afterIds.map((id) => ({ id, label: t(`step_${id}`) }))]
  const onRegistered = async (registered: Registered) => {
    if (registered.passwordAlreadySet) return setKnown(registered)
    await rereadEntry()
  }
  return (
    <FaceContext value={face}>
      <Wizard<Id | AfterId>
        title={t('wizardTitle')}
        steps={steps}
        current={after ?? shown}
        furthest={after ?? before.furthest}
        closedBefore={after}
        beside
        onStep={(id) => onStep(id)}
      >
        {after === undefined ? (
          before.render(shown, { go: (id) => onStep(id), onRegistered: (registered) => void onRegistered(registered) })
        ) : (
          <AfterStep type={type} standing={standing} asked={step} onStep={onStep} />
        )}
      </Wizard>
    </FaceContext>
  )
}

/** What the address should say; undefined where it may stay as it is. */
function addressFor<Id extends string>(standing: Standing, step: string | undefined, before: BeforeSteps<Id>) {
  if (standing.kind === 'waiting') return 'password'
  // The screens of the verification have an address of their own, so that a reload opens them again.
  if (standing.kind === 'signed-in') return standing.next === 'check' && step === 'verify' ? step : standing.next
  if (standing.kind !== 'nobody' || step === undefined) return undefined
  const ids = before.steps.map(({ id }) => id)
  return shownBefore(ids, before.furthest, step)
}

/** A step that was asked for too early must not come by itself later on: the address follows what is shown. */
function useLeadTo(wanted: string | undefined, step: string | undefined, onStep: Props<string>['onStep']): void {
  const router = useRouter()
  useEffect(() => {
    const left = !router.latestLocation.pathname.startsWith('/onboarding/')
    if (wanted !== undefined && wanted !== step && !left) onStep(wanted, { replace: true })
  })
}

function Loading({ label }: { label: string }) {
  return (
    <div className="max-w-2xl space-y-4">
      <p role="status" className="sr-only">
        {label}
      </p>
      {['steps', 'first', 'second', 'third'].map((line) => (
        <Skeleton key={line} className="h-10 w-full" />
      ))}
    </div>
  )
}
