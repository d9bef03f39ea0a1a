type Timer = { at: number; run: () => void }

/**
 * The one source of time of sandbox and gateway. It follows the machine's clock plus an offset that tests and demos can
 * move forward; everything that waits (expiry, schedules, warnings) is told when it moves.
 */
export type Clock = {
  /** Epoch milliseconds. */
  now: () => number
  /** Moves time forward by `ms` and runs every timer that this makes due, in order. */
  advance: (ms: number) => void
  /** Calls `run` once when `now()` reaches `at`; returns the way to call it off. */
  schedule: (at: number, run: () => void) => () => void
  offset: () => number
}

// setTimeout overflows past 2^31 ms; a far timer is re-armed in steps.
const LONGEST_SLEEP = 2 ** 31 - 1

/** Makes a clock that starts `offset` ms ahead of the machine's. */
export function createClock(offset = 0): Clock {
  const timers = new Set<Timer>()
  let sleeping: NodeJS.Timeout | undefined
  let shift = offset
  const now = () => Date.now() + shift

  function runDue(): void {
    const due = [...timers].filter((t) => t.at <= now()).sort((a, b) => a.at - b.at)
    for (const timer of due) if (timers.delete(timer)) timer.run()
    arm()
  }
  function arm(): void {
    clearTimeout(sleeping)
    if (timers.size === 0) return
    const next = Math.min(...[...timers].map((t) => t.at))
    sleeping = setTimeout(runDue, Math.min(Math.max(next - now(), 0), LONGEST_SLEEP))
    sleeping.unref()
  }

  return {
    now,
    offset: () => shift,
    advance(ms) {
      shift += ms
      runDue()
    },
    schedule(at, run) {
      const timer = { at, run }
      timers.add(timer)
      arm()
      return () => {
        timers.delete(timer)
      }
    },
  }
}
