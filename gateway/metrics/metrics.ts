import {
  type CounterName,
  counters,
  type GaugeName,
  gauges,
  type HistogramName,
  histograms,
  type LabelsOf,
} from './names'

/** Upper bounds in seconds: from a page out of the cache to a bulk that takes its time. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const PREFIX = 'multi_console_'

type Labels = Readonly<Record<string, string>>
type Spread = { buckets: number[]; sum: number; count: number }
export type Metrics = ReturnType<typeof createMetrics>

/** Counts what happens and writes it down for Prometheus. */
export function createMetrics() {
  const counted = new Map<string, number>()
  const spread = new Map<string, Spread>()
  const readers = new Map<GaugeName, () => number | Promise<number>>()

  return {
    count<N extends CounterName>(name: N, labels: LabelsOf<(typeof counters)[N]>, by = 1): void {
      const key = keyOf(name, labels)
      counted.set(key, (counted.get(key) ?? 0) + by)
    },

    observe<N extends HistogramName>(name: N, seconds: number, labels: LabelsOf<(typeof histograms)[N]>): void {
      const key = keyOf(name, labels)
      const known = spread.get(key) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }
      spread.set(key, known)
      known.sum += seconds
      known.count += 1
      const at = BOUNDS.findIndex((bound) => seconds <= bound)
      if (at >= 0) known.buckets[at] = (known.buckets[at] ?? 0) + 1
    },

    /** A value that is read when somebody asks. */
    gauge(name: GaugeName, read: () => number | Promise<number>): void {
      readers.set(name, read)
    },

    /** Everything, in the text format of Prometheus. */
    async text(): Promise<string> {
      const lines: string[] = []
      for (const [name, { help }] of Object.entries(counters)) {
        const full = `${PREFIX}${name}_total`
        lines.push(`# HELP ${full} ${help}`, `# TYPE ${full} counter`)
        for (const [key, value] of of(counted, name)) lines.push(`${full}${braces(key)} ${value}`)
      }
      for (const [name, { help }] of Object.entries(histograms)) {
        const full = `${PREFIX}${name}`
        lines.push(`# HELP ${full} ${help}`, `# TYPE ${full} histogram`)
        for (const [key, value] of of(spread, name)) lines.push(...written(full, key, value))
      }
      for (const [name, read] of readers) {
        const full = `${PREFIX}${name}`
        lines.push(`# HELP ${full} ${gauges[name]}`, `# TYPE ${full} gauge`, `${full} ${await read()}`)
      }
      return `${[...lines, ...ofProcess()].join('\n')}\n`
    },
  }
}

/** The name, and the labels as they are written between braces. */
function keyOf(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
  return `${name} ${pairs.join(',')}`
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')
const braces = (labels: string, more = '') => {
  const all = [labels, more].filter(Boolean).join(',')
  return all === '' ? '' : `{${all}}`
}

function of<V>(map: Map<string, V>, name: string): [string, V][] {
  return [...map]
    .filter(([key]) => key.startsWith(`${name} `))
    .map(([key, value]) => [key.slice(name.length + 1), value])
}

function written(full: string, labels: string, { buckets, sum, count }: Spread): string[] {
  let below = 0
  const lines = BOUNDS.map((bound, at) => {
    below += buckets[at] ?? 0
    return `${full}_bucket${braces(labels, `le="${bound}"`)} ${below}`
  })
  lines.push(`${full}_bucket${braces(labels, 'le="+Inf"')} ${count}`)
  return [...lines, `${full}_sum${braces(labels)} ${sum}`, `${full}_count${braces(labels)} ${count}`]
}

/** The names that dashboards for any program know. */
function ofProcess(): string[] {
  return [
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6}`,
    '# TYPE process_start_time_seconds gauge',
    `process_start_time_seconds ${Math.round(Date.now() / 1000 - process.uptime())}`,
  ]
}
