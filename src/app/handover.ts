/**
 * While one tab goes over to another identity, the session of all tabs ends and the next one is not there yet. Who is told
 * of the end waits for what comes of it, instead of asking for a sign-in that nobody needs.
 */
const LONGEST_MS = 20_000

let under: { settled: Promise<void>; settle: () => void; late: ReturnType<typeof setTimeout> } | undefined

export const handover = {
  /** A change of identity has begun, here or in another tab. */
  begin: (): void => {
    if (under) return
    let settle: () => void = () => undefined
    const settled = new Promise<void>((resolve) => {
      settle = resolve
    })
    // The tab that began it may have been closed meanwhile.
    under = { settled, settle, late: setTimeout(handover.end, LONGEST_MS) }
  },
  /** It has come to nothing, or is done. */
  end: (): void => {
    clearTimeout(under?.late)
    under?.settle()
    under = undefined
  },
  /** Resolves at once where none is under way. */
  settled: (): Promise<void> => under?.settled ?? Promise.resolve(),
}
