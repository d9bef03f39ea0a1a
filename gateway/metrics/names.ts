/** What is counted, and by which words: few and fixed ones, never an id, an address or a name. */
export const counters = {
  requests: { help: 'Requests answered, by kind of route', labels: ['route', 'method', 'status'] },
  upstream_calls: { help: 'Calls of the Multi API, by class of answer', labels: ['kind', 'status'] },
  upstream_refused: { help: 'Calls that the open circuit breaker answered itself', labels: [] },
  rate_limited: { help: 'Refusals by a rate limit', labels: ['kind', 'by'] },
  sign_ins: { help: 'Sign-ins, by outcome', labels: ['outcome'] },
  live_events: { help: 'Events that were published here for live streams', labels: [] },
  bulk_polls: { help: 'Polls of running bulks', labels: [] },
  webhooks: { help: 'Webhooks received, by outcome', labels: ['outcome'] },
  authorisations: { help: 'Forwarded authorisation requests, by decision', labels: ['decision'] },
} as const satisfies Record<string, { help: string; labels: readonly string[] }>

export const histograms = {
  request_seconds: { help: 'Time to the answer, by kind of route; streams up to their first byte', labels: ['route'] },
  upstream_seconds: { help: 'Time that the Multi API took', labels: ['kind'] },
  authorisation_seconds: { help: 'Time that a forwarded authorisation request took', labels: [] },
} as const satisfies Record<string, { help: string; labels: readonly string[] }>

export const gauges = {
  upstream_breaker: 'The circuit breaker: 0 closed, 1 half open, 2 open',
  live_streams: 'Live streams that are open',
  sessions: 'Sessions that have not ended, of the whole database',
} as const

export type CounterName = keyof typeof counters
export type HistogramName = keyof typeof histograms
export type GaugeName = keyof typeof gauges
/** The labels of a counter or a histogram: exactly those that it declares. */
export type LabelsOf<D extends { labels: readonly string[] }> = Readonly<Record<D['labels'][number], string>>
