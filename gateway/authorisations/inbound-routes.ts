import type { Context, Hono } from 'hono'
import type * as z from 'zod'
import { managed_cards_authorisation_forwarding } from '../../contract/card-authorisation-forwarding'
import type { Endpoint } from '../../contract/endpoint'
import { bankTransferInForwarding } from '../../contract/incoming-wire-transfers'
import type { Webhook } from '../../contract/webhook'
import { refusal } from '../http/answers'
import { readBody } from '../http/read-body'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { refusedBody, strangerBounds } from '../webhooks/stranger-bounds'
import { disbeliefOfHeaders, verify } from '../webhooks/verify'
import { cardQuestion, type Question, wireQuestion } from './asked'

export const INBOUND = '/webhooks/multi'
const MAX_BODY = 256 * 1024

type Named = { reference: string; bytes: Uint8Array }
type Inbound<S extends z.ZodType> = {
  ep: Endpoint & { body: S }
  reference: Webhook['reference']
  read: (body: z.output<S>, named: Named) => Question
}

/** The two calls by which the platform asks whether a payment may pass. */
export function authorisationInbound(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { desk, keeper } = parts.authorisations
  const { apiKey, webhooksKey, clock } = parts.options
  const keys = { apiKey, webhooksKey }
  // Of its own: a flood of webhooks must not keep these out.
  const bounds = strangerBounds()

  function take<S extends z.ZodType>({ ep, reference, read }: Inbound<S>): void {
    const refuse = async (c: Context<GatewayEnv>, status: number, code: string, message: string) => {
      const { address, requestRef } = c.var
      const deed = { operation: ep.id, section: 'authorisations', address, change: { why: code } }
      await parts.audit.note(deed, { outcome: 'REFUSED', status, code, ...(requestRef && { requestRef }) })
      return refusal(status, code, message)
    }
    app.post(`${INBOUND}${ep.path}`, async (c) => {
      const arrived = performance.now()
      const { headers } = c.req.raw
      const proof = { reference, verify: 'both' } as const
      const unproved = disbeliefOfHeaders(headers, proof, keys)
      if (unproved) return refuse(c, 401, unproved, 'This does not come from Weavr.')
      const body = await readBody(c.req.raw, MAX_BODY, bounds)
      if (!body.ok) {
        const { status, code } = refusedBody(body)
        return refuse(c, status, code, 'The request cannot be taken.')
      }
      const bytes = body.bytes ?? new Uint8Array()
      const sender = verify(headers, bytes, proof, keys, clock.now())
      if (!sender.ok) return refuse(c, 401, sender.why, 'This does not come from Weavr.')
      const question = ep.body.safeParse(json(bytes))
      if (!question.success) return refuse(c, 400, 'INVALID_REQUEST', 'The request has not the documented form.')
      const answer = await desk.answer(read(question.data, { reference: sender.reference, bytes }))
      if (answer === 'NOBODY') return refuse(c, 404, 'NOT_DECIDED', 'Nobody has decided this.')
      if (answer === 'OTHER_CONTENTS') return refuse(c, 409, 'REFERENCE_USED', 'This reference had other contents.')
      const took = performance.now() - arrived
      keeper.took(answer.id, Math.round(took * 1000))
      parts.metrics.count('authorisations', { decision: String(answer.result) })
      parts.metrics.observe('authorisation_seconds', took / 1000, {})
      return Response.json({ result: answer.result })
    })
  }

  take({ ep: managed_cards_authorisation_forwarding, reference: 'call-ref', read: cardQuestion })
  take({ ep: bankTransferInForwarding, reference: 'request-ref', read: wireQuestion })
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
