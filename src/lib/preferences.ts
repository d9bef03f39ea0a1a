import { useSyncExternalStore } from 'react'

/** How the person likes to see things. Never identifiers, money or personal data: localStorage outlives the session. */
export type Preference<T> = {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

const prefix = 'multi-console.'

/** A preference under one name; `accept` answers undefined for anything a newer or older version may have stored. */
export const preference = <T>(name: string, initial: T, accept: (stored: unknown) => T | undefined): Preference<T> => {
  const key = prefix + name
  const listeners = new Set<() => void>()
  let value: T | undefined
  const read = (): T => {
    try {
      const stored = localStorage.getItem(key)
      return (stored === null ? undefined : accept(JSON.parse(stored))) ?? initial
    } catch {
      return initial
    }
  }
  const tell = (event?: StorageEvent): void => {
    if (event && event.key !== key && event.key !== null) return
    if (event) value = undefined
    for (const listener of listeners) listener()
  }
  return {
    get: () => {
      value ??= read()
      return value
    },
    set: (next) => {
      value = next
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Private windows may refuse; the choice then lasts as long as the page.
      }
      tell()
    },
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('storage', tell)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('storage', tell)
      }
    },
  }
}

/** Reads a preference and follows its changes, in this tab and in others. */
export const usePreference = <T>(of: Preference<T>): [T, (value: T) => void] => [
  useSyncExternalStore(of.subscribe, of.get, of.get),
  of.set,
]

const oneOf =
  <const T extends string>(...allowed: T[]) =>
  (stored: unknown): T | undefined =>
    allowed.find((value) => value === stored)

export type Theme = 'system' | 'light' | 'dark'
export const themePreference: Preference<Theme> = preference('theme', 'system', oneOf('system', 'light', 'dark'))

const hiddenColumns = new Map<string, Preference<readonly string[]>>()

/** The columns that the person has hidden in one view. */
export const hiddenColumnsPreference = (view: string): Preference<readonly string[]> => {
  const known = hiddenColumns.get(view)
  if (known) return known
  const made = preference<readonly string[]>(`columns.${view}`, [], (stored) =>
    Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : undefined,
  )
  hiddenColumns.set(view, made)
  return made
}
