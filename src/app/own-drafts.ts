import { clearDrafts } from '@/components/wizard/clear-drafts'

const key = 'multi-console.drafts-of'

/**
 * Drafts belong to who typed them, as the identity they were then. A tab that slept while another one went over to somebody
 * else wakes with theirs, and lets go of them before anything is drawn. `who` is as `whoIs` names them.
 */
export function ownDrafts(who: string): void {
  const before = sessionStorage.getItem(key)
  if (before === who) return
  if (before !== null) clearDrafts()
  try {
    sessionStorage.setItem(key, who)
  } catch {
    // Full or refused: then no draft is kept either.
  }
}
