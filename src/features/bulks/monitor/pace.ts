/** How many rows were settled when. */
export type Sample = { at: number; settled: number }

const windowMs = 60_000

/** Adds a sample and forgets those older than a minute; a count that fell back belongs to another run. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1)
  if (last && sample.settled < last.settled) return [sample]
  if (last && sample.at <= last.at) return samples
  return [...samples.filter(({ at }) => at > sample.at - windowMs), sample]
}

/** Rows a minute over the window; `undefined` until two samples lie apart. */
export function ratePerMinute(samples: readonly Sample[]): number | undefined {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.at <= first.at) return undefined
  return ((last.settled - first.settled) / (last.at - first.at)) * 60_000
}

export type TimeLeft = { low: number; high: number }

/**
 * Time left in ms, as a range: between the faster and the slower of the pace of the whole window and that of its older
 * and newer half, with a tenth of leeway. One figure would promise what nobody knows; under three samples, or while
 * nothing moves, there is not even a range.
 */
export function timeLeft(samples: readonly Sample[], remaining: number): TimeLeft | undefined {
  if (samples.length < 3 || remaining <= 0) return undefined
  const middle = Math.floor(samples.length / 2)
  const paces = [samples, samples.slice(0, middle + 1), samples.slice(middle)].map(ratePerMinute)
  const moving = paces.filter((pace): pace is number => pace !== undefined && pace > 0)
  if (moving.length === 0) return undefined
  const minutes = (pace: number) => (remaining / pace) * 60_000
  return { low: minutes(Math.max(...moving)) * 0.9, high: minutes(Math.min(...moving)) * 1.1 }
}

/** Rounds up to what is worth saying: fives of seconds below a minute, halves of minutes below ten, then minutes. */
export function roundUp(ms: number): number {
  const step = ms < 60_000 ? 5_000 : ms < 600_000 ? 30_000 : 60_000
  return Math.max(step, Math.ceil(ms / step) * step)
}
