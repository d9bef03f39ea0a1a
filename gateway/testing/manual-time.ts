import type { RealTime } from '../authorisations/real-time'

/** Real time that stands still until it is told to pass. */
export function manualTime() {
  const timers = new Set<{ at: number; work: () => void }>()
  const added = new Set<() => void>()
  let now = 1_700_000_000_000
  const time: RealTime = {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work }
      timers.add(timer)
      for (const look of [...added]) look()
      return () => timers.delete(timer)
    },
  }
  return {
    time,
    now: () => now,
    pass(ms: number): void {
      now += ms
      for (const timer of [...timers].filter(({ at }) => at <= now)) if (timers.delete(timer)) timer.work()
    },
    /** Resolves when so many wait. */
    waiting: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (timers.size < count) return
          added.delete(look)
          resolve()
        }
        added.add(look)
        look()
      }),
  }
}
