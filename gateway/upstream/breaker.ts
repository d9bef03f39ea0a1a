import type { Clock } from '../../sandbox/effects/clock'
import { refusal } from '../http/answers'
import type { Upstream } from '../options'

/** So many failures one after the other, with nothing good between, and the Multi API is taken to be down. */
const FAILURES = 10
/** How long nobody is sent there then; after it one call finds out. */
const OPEN_MS = 10_000

export type BreakerState = 'closed' | 'half-open' | 'open'
export type Breaker = { upstream: Upstream; state: () => BreakerState }
type Needs = { clock: Pick<Clock, 'now'>; onChange?: (state: BreakerState) => void; onRefused?: () => void }

/** What says that the Multi API, or the way to it, is broken: not that it dislikes what it was asked. */
const broken = new Set([502, 503, 504])

/**
 * Stops sending calls to an upstream that fails them all: people get their answer at once, and the upstream has time to
 * get up. No call is ever made twice here, whatever becomes of it.
 */
export function createBreaker(upstream: Upstream, { clock, onChange, onRefused }: Needs): Breaker {
  let failures = 0
  /** When a call may try again; nothing while it is closed. */
  let openUntil: number | undefined
  let probing = false

  const state = (): BreakerState => {
    if (openUntil === undefined) return 'closed'
    return probing || clock.now() >= openUntil ? 'half-open' : 'open'
  }

  function failed(): void {
    failures += 1
    if (failures < FAILURES && !probing) return
    openUntil = clock.now() + OPEN_MS
    onChange?.('open')
  }

  function worked(): void {
    failures = 0
    if (openUntil === undefined) return
    openUntil = undefined
    onChange?.('closed')
  }

  function down(): Response {
    onRefused?.()
    const answer = refusal(503, 'UPSTREAM_DOWN', 'The Multi API does not answer at the moment.')
    const left = (openUntil ?? 0) - clock.now()
    answer.headers.set('retry-after', String(Math.max(1, Math.ceil(left / 1000))))
    return answer
  }

  return {
    state,
    async upstream(request) {
      if (openUntil !== undefined && (probing || clock.now() < openUntil)) return down()
      const isProbe = openUntil !== undefined
      if (isProbe) probing = true
      try {
        const answer = await upstream(request)
        if (broken.has(answer.status)) failed()
        else worked()
        return answer
      } catch (error) {
        // Whoever asked has gone: that says nothing about the upstream.
        if (!request.signal.aborted) failed()
        throw error
      } finally {
        if (isProbe) probing = false
      }
    },
  }
}
