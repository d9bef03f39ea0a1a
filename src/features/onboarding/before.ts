import type { ReactNode } from 'react'
import type { WizardStep } from '@/components/wizard/wizard'

/** What a registration answered. With a password already set the person signs in instead of choosing one. */
export type Registered = { email: string; passwordAlreadySet: boolean }

/** The way through the steps, as the wizard hands it to each of them. */
export type Way<Id extends string> = {
  /** Shows a step; the address follows. */
  go: (step: Id) => void
  /** Call it when the registration was answered: the wizard goes on to the password. */
  onRegistered: (registered: Registered) => void
}

/**
 * The steps up to the registration: what differs between a company and a person. The last of them registers (with
 * `useReference` of what it sends, so that pressing twice registers once) and says so. It keeps its draft: a registration
 * whose password was not set within the hour is sent again as it was.
 *
 * Ids stand in the address; they must differ from those of the steps that follow (`password`, `email`, `mobile`, `check`).
 */
export type BeforeSteps<Id extends string = string> = {
  steps: readonly WizardStep<Id>[]
  /** The furthest step that the draft allows: all before it are right. */
  furthest: Id
  render: (step: Id, way: Way<Id>) => ReactNode
  /** Forgets the draft: called once the person is signed in, when the server has everything. */
  forget: () => void
}
