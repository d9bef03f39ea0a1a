import { useState } from 'react'
import { deleteDraftDatabase } from '@/lib/draft-database'

const prefix = 'multi-console.draft.'

/** What was stored under a name, laid over the initial draft so that a field added since then has its start value. */
const read = <T extends object>(key: string, initial: T): T => {
  try {
    const stored = sessionStorage.getItem(prefix + key)
    const draft: Partial<T> = stored === null ? {} : JSON.parse(stored)
    return { ...initial, ...draft }
  } catch {
    return initial
  }
}

const remove = (which: (key: string) => boolean): void => {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && which(key.slice(prefix.length))) sessionStorage.removeItem(key)
  }
}

/** Forgets every draft: the next person at this machine must not find them. */
export const clearDrafts = (): void => {
  remove(() => true)
  deleteDraftDatabase()
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
      sessionStorage.setItem(prefix + key, JSON.stringify(next))
    } catch {
      // Full or refused: the draft then lasts as long as the page.
    }
  }
  const clear = (): void => {
    setDraft(initial)
    remove((name) => name === key || prefix + name === referencesKey)
  }
  return [draft, set, clear]
}

/** Where the references of drafts are kept: beside the drafts, so that they are forgotten with them. */
export const referencesKey = `${prefix}references`
