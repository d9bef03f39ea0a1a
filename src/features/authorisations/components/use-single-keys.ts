import { useEffect, useRef } from 'react'
import type { Verdict } from '#contract/console/authorisation-rules'

const verdicts: Readonly<Record<string, Verdict>> = { a: 'APPROVE', d: 'DECLINE' }

/** Single keys, for as long as they are switched on: never while somebody types, never by a key that is held down. */
export function useSingleKeys(on: boolean, decide: (verdict: Verdict) => void): void {
  const latest = useRef(decide)
  useEffect(() => {
    latest.current = decide
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const verdict = verdicts[event.key.toLowerCase()]
      if (!verdict || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      latest.current(verdict)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu]') !== null
