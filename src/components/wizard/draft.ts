import { useState } from 'react'
import { draftPrefix, removeDrafts } from './clear-drafts'

/** What was stored under a name, laid over the initial draft so that a field added since then has its start value. */
const read = <T extends object>(key: string, initial: T): T => {
  try {
    const stored = sessionStorage.getItem(draftPrefix + key)
    const draft: Partial<T> = stored === null ? {} : JSON.parse(stored)
    return { ...initial, ...draft }
  } catch {
    return initial
  }
}

export type DraftHandle<T> = [draft: T, set: (draft: T) => void, clear: () => void]

/**
 * What a wizard has gathered, kept for the life of the tab so that it survives a reload and a sign-in. Never put a
 * secret in. `clear` once the server knows the thing: the idempotency reference goes with it.
 */
export const useDraft = <T extends object>(key: string, initial: T): DraftHandle<T> => {
  const [draft, setDraft] = useState(() => read(key, initial))
  const set = (next: T): void => {
    setDraft(next)
    try {
      sessionStorage.setItem(draftPrefix + key, JSON.stringify(next))
    } catch {
      // Full or refused: the draft then lasts as long as the page.
    }
  }
  const clear = (): void => {
    setDraft(initial)
    removeDrafts((name) => name === key || draftPrefix + name === referencesKey)
  }
  return [draft, set, clear]
}

/** Where the references of drafts are kept: beside the drafts, so that they are forgotten with them. */
export const referencesKey = `${draftPrefix}references`
