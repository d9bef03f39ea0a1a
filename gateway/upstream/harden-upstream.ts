import type { Metrics } from '../metrics/metrics'
import type { GatewayOptions, Upstream } from '../options'
import { type Breaker, createBreaker } from './breaker'
import { withTimeLimit } from './time-limit'

/** The way to the Multi API as everything here uses it: measured, with an end to waiting, and a breaker before it. */
export function hardenUpstream(
  { upstream, clock, log }: Pick<GatewayOptions, 'upstream' | 'clock' | 'log'>,
  metrics: Metrics,
): Breaker {
  const breaker = createBreaker(measured(withTimeLimit(upstream), metrics), {
    clock,
    onChange: (state) => log.warn({ state }, 'the circuit breaker before the Multi API has changed'),
    onRefused: () => metrics.count('upstream_refused', {}),
  })
  const states = { closed: 0, 'half-open': 1, open: 2 } as const
  metrics.gauge('upstream_breaker', () => states[breaker.state()])
  return breaker
}

function measured(upstream: Upstream, metrics: Metrics): Upstream {
  return async (request) => {
    const start = performance.now()
    const kind = request.method === 'GET' ? 'read' : 'write'
    let status = 'failed'
    try {
      const answer = await upstream(request)
      status = `${Math.floor(answer.status / 100)}xx`
      return answer
    } finally {
      metrics.count('upstream_calls', { kind, status })
      metrics.observe('upstream_seconds', (performance.now() - start) / 1000, { kind })
    }
  }
}
