import { issued } from './issued'
import type { StepUp } from './step-up'

let held: StepUp | undefined

/** The proof that this page is asking for, kept outside React: a component that is mounted twice finds the same one. */
export const heldStepUp = {
  get: (): StepUp | undefined => held,
  set: (stepUp: StepUp): StepUp => {
    held = stepUp
    return stepUp
  },
}

/** Another session begins: what the last one was sent no longer counts. */
export function forgetStepUp(): void {
  issued.forget()
  held = undefined
}
