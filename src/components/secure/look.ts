import { themePreference } from '@/lib/preferences'
import type { StyleRules } from './vendor'

/** What the text of a frame should look like: it inherits nothing, so the colours are read from where it stands. */
export function lookOf(element: HTMLElement): StyleRules {
  const { color, fontFamily, fontSize, lineHeight } = getComputedStyle(element)
  // Said rather than left transparent: a frame that brings a ground of its own must not show it.
  const { backgroundColor } = getComputedStyle(element.closest('[role="group"]') ?? element)
  return { color, backgroundColor, fontFamily, fontSize, lineHeight, height: '100%', padding: '0', margin: '0' }
}

/** Tells when the page has changed between light and dark; answers the way to stop. */
export function onTheme(changed: () => void): () => void {
  const scheme = window.matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', changed)
  const stop = themePreference.subscribe(changed)
  return () => {
    scheme.removeEventListener('change', changed)
    stop()
  }
}
