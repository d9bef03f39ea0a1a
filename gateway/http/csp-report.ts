import type { Hono } from 'hono'
import type { Logger } from 'pino'
import * as z from 'zod'
import type { GatewayEnv } from '../options'
import { readBody } from './read-body'

const MAX_BODY = 16 * 1024
/** A broken page reports with every element; a hundred lines an hour say as much as a million. */
const MAX_PER_HOUR = 100
const HOUR_MS = 60 * 60_000

/** As `report-uri` has it sent. */
const Report = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().max(100),
    'blocked-uri': z.string().max(2000).optional(),
  }),
})
/** As `report-to` has it sent: several at once, also of other kinds. */
const Reports = z.array(
  z.object({
    type: z.string().max(100),
    body: z
      .object({ effectiveDirective: z.string().max(100).optional(), blockedURL: z.string().max(2000).optional() })
      .nullable(),
  }),
)

/** Takes the browsers' complaints about the content security policy into the log: what was blocked, not on whose page. */
export function cspReportRoute(app: Hono<GatewayEnv>, log: Logger): void {
  let since = 0
  let taken = 0
  app.post('/api/csp-report', async (c) => {
    if (Date.now() - since > HOUR_MS) {
      since = Date.now()
      taken = 0
    }
    taken += 1
    const body = taken > MAX_PER_HOUR ? undefined : await readBody(c.req.raw, MAX_BODY)
    for (const { directive, uri } of body?.ok ? reported(json(body.bytes)) : []) {
      log.warn({ directive, blocked: originOf(uri) }, 'the content security policy blocked something')
    }
    return new Response(null, { status: 204 })
  })
}

function reported(given: unknown): { directive: string; uri: string }[] {
  const one = Report.safeParse(given)
  if (one.success) {
    const { 'effective-directive': directive, 'blocked-uri': uri = '' } = one.data['csp-report']
    return [{ directive, uri }]
  }
  const several = Reports.safeParse(given)
  return (several.data ?? [])
    .slice(0, 10)
    .flatMap(({ type, body }) =>
      type === 'csp-violation' && body?.effectiveDirective !== undefined
        ? [{ directive: body.effectiveDirective, uri: body.blockedURL ?? '' }]
        : [],
    )
}

function originOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).origin : uri.slice(0, 20)
}

function json(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
