import { createContext, useContext } from 'react'
import type { SessionView } from '#contract/session'

/** What the app does around these pages, which stand outside of the shell. */
export type Entering = {
  /** Somebody is signed in by what they did here. */
  enter: (session: SessionView) => void
  signOut: () => Promise<void>
}

const missing = () => {
  throw new Error('the onboarding pages stand outside of their frame')
}

/** The frame of these pages says it. */
export const EnteringContext = createContext<Entering>({ enter: missing, signOut: missing })

export const useEntering = (): Entering => useContext(EnteringContext)
