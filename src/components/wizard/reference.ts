import { useMemo } from 'react'
import { referencesKey } from './draft'

/**
 * The idempotency reference of a draft: the same as long as the draft says the same, also after a reload, so that
 * sending twice pays once; another as soon as anything in it changes.
 */
export const useReference = (draft: unknown): string => {
  const written = JSON.stringify(draft)
  return useMemo(() => referenceFor(written), [written])
}

/** Enough for every keystroke of a long form; what is older than that was not sent. */
const kept = 200

const referenceFor = (written: string): string => {
  const wanted = digest(written)
  try {
    const known: [digest: string, reference: string][] = JSON.parse(sessionStorage.getItem(referencesKey) ?? '[]')
    const found = known.find(([of]) => of === wanted)
    if (found) return found[1]
    const made = crypto.randomUUID()
    sessionStorage.setItem(referencesKey, JSON.stringify([...known, [wanted, made]].slice(-kept)))
    return made
  } catch {
    return crypto.randomUUID()
  }
}

/** Two 32-bit FNV-1a sums: enough to tell the drafts of one tab apart. */
const digest = (text: string): string => {
  let one = 0x811c9dc5
  let two = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + i), 0x85ebca6b)
  }
  return `${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}-${text.length}`
}
