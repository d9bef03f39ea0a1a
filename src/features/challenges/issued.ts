/**
 * What this session was sent by way of codes. A session may have one sent once more at most, so a reload of the page or a
 * gate that opens later must not spend it. The tab remembers it; a new session starts with none.
 */
const key = 'multi-console.code-sent'

/** A code can be entered for so long. */
export const codeLifetime = 5 * 60_000

type Known = {
  /** When the last code was sent. */
  at: number
  /** How many were sent. */
  sent: number
  /** How many wrong ones were entered since then. */
  wrong: number
}

const nothing: Known = { at: Number.NEGATIVE_INFINITY, sent: 0, wrong: 0 }

const keep = (known: Known): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(known))
  } catch {
    // Full or refused: then the bank itself will say what it thinks of another code.
  }
}

function read(): Known {
  try {
    const { at, sent, wrong }: Partial<Known> = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    return typeof at === 'number' && typeof sent === 'number' && typeof wrong === 'number'
      ? { at, sent, wrong }
      : nothing
  } catch {
    return nothing
  }
}

export const issued = {
  /** What is known of the session's codes. */
  known: read,
  /** When a code was sent that may still be entered. */
  at: (now: number): number | undefined => {
    const { at } = read()
    return at <= now && now - at < codeLifetime ? at : undefined
  },
  /** A code was sent: it takes the place of the one before. */
  remember: (now: number): void => keep({ at: now, sent: read().sent + 1, wrong: 0 }),
  /** A wrong code was entered. */
  wrong: (): void => {
    const known = read()
    keep({ ...known, wrong: known.wrong + 1 })
  },
  forget: (): void => sessionStorage.removeItem(key),
}

export type Issued = typeof issued
