import { errors, Pool } from 'undici'
import type { Upstream } from '../options'

export type WeavrUpstream = { upstream: Upstream; close: () => Promise<void> }

const SECONDS = 1000
const bodiless = new Set([204, 205, 304])

/**
 * The Multi API over the network: kept-alive connections to one origin. `baseUrl` is the address up to and with
 * `/multi`. An upstream that is away answers 502, one that is too slow 504, in the vendor's own error body.
 */
export function createWeavrUpstream(baseUrl: string, { timeoutMs = 30 * SECONDS } = {}): WeavrUpstream {
  const base = new URL(baseUrl)
  const prefix = base.pathname.replace(/\/$/, '')
  const pool = new Pool(base.origin, {
    connections: 64,
    connect: { timeout: 5 * SECONDS },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })

  return {
    close: () => pool.close(),
    async upstream(request) {
      const { pathname, search } = new URL(request.url)
      try {
        const answer = await pool.request({
          method: request.method,
          path: `${prefix}${pathname}${search}`,
          headers: Object.fromEntries(request.headers),
          body: request.body ? new Uint8Array(await request.arrayBuffer()) : null,
          signal: request.signal,
        })
        const headers = new Headers()
        for (const [name, value] of Object.entries(answer.headers)) {
          if (value !== undefined) headers.set(name, [value].flat().join(', '))
        }
        const body = await answer.body.arrayBuffer()
        return new Response(bodiless.has(answer.statusCode) ? null : body, { status: answer.statusCode, headers })
      } catch (error) {
        if (request.signal.aborted) throw error
        return away(error)
      }
    },
  }
}

function away(error: unknown): Response {
  const slow = error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError
  const code = slow ? 'UPSTREAM_TIMEOUT' : 'UPSTREAM_UNREACHABLE'
  const message = slow ? 'The Multi API took too long to answer.' : 'The Multi API cannot be reached.'
  return Response.json({ code, message }, { status: slow ? 504 : 502 })
}
