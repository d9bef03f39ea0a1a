import type { IdentityId } from '#contract/common'
import { Wizard } from '@/components/wizard/wizard'
import type { BeforeSteps } from '../before'

type Props<Id extends string> = {
  type: IdentityId['type']
  before: BeforeSteps<Id>
  /** The step that the address asks for. */
  step: string | undefined
  onStep: (step: string, options?: { replace: boolean }) => void
}

/**
 * The way from nobody to a customer. Which steps are open follows from what the draft proves and what the server knows,
 * never from the address alone; the step shown is the earlier of the one asked for and the furthest one.
 */
export function OnboardingWizard<Id extends string>({ type, before, step, onStep }: Props<Id>) {
  const { steps, furthest, render } = before
  const reach = steps.findIndex(({ id }) => id === furthest)
  const asked = steps.findIndex(({ id }) => id === step)
  const shown = steps[Math.max(0, Math.min(asked, reach))]?.id ?? furthest
  const onRegistered = () => onStep('password', { replace: true })
  return (
    <Wizard title={type} steps={steps} current={shown} furthest={furthest} onStep={onStep}>
      {render(shown, { go: onStep, onRegistered })}
    </Wizard>
  )
}
