import { sessionSwitch } from '#contract/console/entry'
import type { Conflict } from '#contract/endpoint'
import type { SessionView } from '#contract/session'
import { reportDrift } from '@/api/client'
import { createClient } from '@/api/client/client'
import { sentences } from '@/lib/sentences'
import { whoIs } from './enter'
import { handover } from './handover'
import { goAfresh, leavesPage } from './leave'
import { tellTabs } from './tabs'

/** Without gates: whoever is asked for a password in the middle of this would be asked as the wrong identity. */
const call = createClient({ base: '/api/console', onDrift: reportDrift })

export const switchSentences = sentences('switch', {
  IDENTITY_NOT_OFFERED: 'You do not act for them any more. Sign out and in again to see for whom you do.',
  SIGN_IN_AGAIN: 'The bank wants your password once more for this.',
} as const satisfies Record<Conflict<typeof sessionSwitch>, string>)

/**
 * Goes on as another identity. Nothing that was read or typed as the former one stays, here and in the other tabs. False
 * where the person wants to stay with what they have begun on this page.
 */
export async function switchIdentity(identity: SessionView['identity']['id']): Promise<boolean> {
  if (!(await leavesPage())) return false
  handover.begin()
  tellTabs({ type: 'changing' })
  try {
    arriveAs(await call(sessionSwitch, { body: { identity } }))
    return true
  } catch (error) {
    handover.end()
    tellTabs({ type: 'stays' })
    throw error
  }
}

/** The other identity is there: all tabs begin afresh with it. */
export function arriveAs(session: SessionView): void {
  tellTabs({ type: 'signed-in', who: whoIs(session) })
  void goAfresh()
}
