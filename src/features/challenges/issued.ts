/**
 * When this session was last sent a code. A session may have one sent once more at most, so a reload of the page or a
 * gate that opens later must not spend it. The tab remembers it; a new session starts with none.
 */
const key = 'multi-console.code-sent-at'
const lifetime = 5 * 60_000

export const issued = {
  /** When a code was sent that may still be entered. */
  at: (now: number): number | undefined => {
    const at = Number(sessionStorage.getItem(key) ?? Number.NaN)
    return Number.isFinite(at) && at <= now && now - at < lifetime ? at : undefined
  },
  remember: (now: number): void => sessionStorage.setItem(key, String(now)),
  forget: (): void => sessionStorage.removeItem(key),
}

export type Issued = typeof issued
