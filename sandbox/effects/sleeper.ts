import type { Clock } from './clock'

export type Sleeper = { until: (at: number) => Promise<void>; rouse: () => void }

/** Waits for instants of the sandbox's clock; `rouse` ends every wait early, so whoever waited looks again. */
export function createSleeper(clock: Clock): Sleeper {
  const sleeping = new Set<() => void>()
  return {
    until: (at) =>
      new Promise((resolve) => {
        const wakeUp = () => {
          callOff()
          sleeping.delete(wakeUp)
          resolve()
        }
        const callOff = clock.schedule(at, wakeUp)
        sleeping.add(wakeUp)
      }),
    rouse() {
      for (const wakeUp of [...sleeping]) wakeUp()
    },
  }
}
