/** One figure of a benchmark run, printed as a line and kept for the summary. */
export type Figure = { what: string; value: string; note?: string }

export const figures: Figure[] = []

export function figure(what: string, value: string, note?: string): void {
  figures.push({ what, value, note })
  console.log(`  ${what}: ${value}${note ? ` (${note})` : ''}`)
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const ms = (value: number) => (value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`)
export const ratio = (value: number, base: number) => `${(value / base).toFixed(2)} ×`
