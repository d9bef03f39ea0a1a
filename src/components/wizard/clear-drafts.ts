import { deleteDraftDatabase } from '@/lib/draft-database'

/*
 * Forgetting drafts, apart from keeping them: whoever signs in or out needs only this, and the first script no more.
 */

export const draftPrefix = 'multi-console.draft.'

/** Removes the drafts whose name, without the prefix, is one of those meant. */
export const removeDrafts = (which: (name: string) => boolean): void => {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(draftPrefix) && which(key.slice(draftPrefix.length))) sessionStorage.removeItem(key)
  }
}

/** Forgets every draft: the next person at this machine must not find them. */
export const clearDrafts = (): void => {
  removeDrafts(() => true)
  deleteDraftDatabase()
}
