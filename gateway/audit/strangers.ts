import type { Clock } from '../../sandbox/effects/clock'

const WINDOW_MS = 60_000
const MAX_ADDRESSES = 1000

/**
 * How much of the record those may fill who are not signed in: so many lines a minute per address, and in all. What is over is
 * counted, and the next line that fits says how many were left out.
 */
export function createStrangers(clock: Clock, perAddress = 10, inAll = 120) {
  let began = 0
  let lines = 0
  let leftOut = 0
  const counts = new Map<string, number>()

  return {
    /** How many were left out before this one; `undefined` when this one is to be left out as well. */
    admit(address: string): number | undefined {
      if (clock.now() - began >= WINDOW_MS || clock.now() < began) {
        began = clock.now()
        lines = 0
        counts.clear()
      }
      const count = (counts.get(address) ?? 0) + 1
      if (count > perAddress || lines >= inAll || counts.size >= MAX_ADDRESSES) {
        leftOut++
        return undefined
      }
      counts.set(address, count)
      lines++
      const before = leftOut
      leftOut = 0
      return before
    },
  }
}
