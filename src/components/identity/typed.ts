import { t } from './text'

/* What may be typed into details that can change later (`LaterName`, `Tag` of the contract), and why not. */

/** A first name or surname. One that was registered may be longer than one that it can be changed to. */
export const nameProblem =
  (before: string) =>
  (value: unknown): string | undefined => {
    const name = String(value).trim()
    if (name === before) return undefined
    if (name === '') return t('nameRefused.EMPTY')
    if (name.length > 20) return t('nameRefused.LONG')
    return /[0-9~!@#$%^*()_+={}\\|:;,<>/?]/.test(name) ? t('nameRefused.CHARACTERS') : undefined
  }

/** A tag; the API has no way to take one away. */
export const tagProblem =
  (before: string | undefined) =>
  (value: unknown): string | undefined => {
    const tag = String(value).trim()
    if (tag === '') return before ? t('tagRefused.KEPT') : undefined
    return /^[a-zA-Z0-9_-]{1,50}$/.test(tag) ? undefined : t('tagRefused.CHARACTERS')
  }

/** An address in the place of the present one. */
export const emailProblem =
  (before: string) =>
  (value: unknown): string | undefined => {
    const email = String(value).trim()
    if (email === '') return t('email.refused.EMPTY')
    if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) return t('email.refused.FORM')
    return email.toLowerCase() === before.toLowerCase() ? t('email.refused.SAME') : undefined
  }

/** Only what was changed, and nothing that was left empty: what the request leaves out stays as it is. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {}
  for (const key in after) {
    const value = after[key]
    if (value === undefined || value === '' || JSON.stringify(value) === JSON.stringify(before[key])) continue
    changed[key] = value
  }
  return changed
}
