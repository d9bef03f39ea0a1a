/**
 * When a code was last sent, so that a reload of the page does not send another. The tab remembers it under a name that
 * says for whom and for what; the code itself is nowhere.
 */
export type CodeMemory = {
  /** When a code was sent that may still be entered. */
  at: (now: number) => number | undefined
  remember: (now: number) => void
  forget: () => void
}

const prefix = 'multi-console.code-sent.'

export function codeMemory(name: string, lifetime: number): CodeMemory {
  const key = prefix + name
  return {
    at: (now) => {
      const at = Number(sessionStorage.getItem(key) ?? Number.NaN)
      return Number.isFinite(at) && at <= now && now - at < lifetime ? at : undefined
    },
    remember: (now) => sessionStorage.setItem(key, String(now)),
    forget: () => sessionStorage.removeItem(key),
  }
}
