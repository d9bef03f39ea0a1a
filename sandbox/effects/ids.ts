import { randomInt } from 'node:crypto'

/**
 * Makes 18-digit ids that grow with time, as the vendor's do: thirteen digits of milliseconds, three of a counter, two
 * of chance (so that two processes on one database do not meet).
 */
export function createIds(now: () => number): () => string {
  let counter = randomInt(1000)
  let last = 0
  return () => {
    last = Math.max(last, now())
    counter = (counter + 1) % 1000
    if (counter === 0) last += 1
    return `${last}${String(counter).padStart(3, '0')}${String(randomInt(100)).padStart(2, '0')}`
  }
}
