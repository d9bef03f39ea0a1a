/**
 * The machine's own time. The platform waits a second and a half for an answer whatever the console's clock says (a demo
 * may have moved it by days), so what a person has left is measured by this; what is kept and compared with dates follows
 * the console's clock.
 */
export type RealTime = {
  /** Epoch milliseconds. */
  now: () => number
  /** Runs `work` after so long; returns the way to call it off. */
  after: (ms: number, work: () => void) => () => void
}

export const realTime: RealTime = {
  now: Date.now,
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
