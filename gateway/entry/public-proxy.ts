import type { Hono } from 'hono'
import { consumerRootUserEmailVerificationCodeSend, consumerRootUserEmailVerify } from '../../contract/consumers'
import { corporateRootUserEmailVerificationCodeSend, corporateRootUserEmailVerify } from '../../contract/corporates'
import type { Endpoint } from '../../contract/endpoint'
import { passwordValidate } from '../../contract/passwords'
import {
  authorisedUserEmailVerificationCodeSend,
  authorisedUserEmailVerify,
  userInviteValidate,
} from '../../contract/user-invites'
import { recorded } from '../audit/recorded'
import { strangerDeed } from '../audit/stranger-deed'
import { readCall } from '../console/read-call'
import { kindOf } from '../limits/limited-operations'
import { isCounted } from '../limits/rules'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { passOn } from '../upstream/pass-on'
import { strangerBounds } from '../webhooks/stranger-bounds'

/** Sends a code to an address, and would say whose addresses are known, and which of them are proved. */
const codeSends: readonly Endpoint[] = [
  corporateRootUserEmailVerificationCodeSend,
  consumerRootUserEmailVerificationCodeSend,
  authorisedUserEmailVerificationCodeSend,
]

/**
 * What of the Multi API needs no session and carries no secret back: the browser may ask for it as it is, under
 * `/api/public/multi`. Everything else that takes the API key alone is the gateway's own to call.
 */
export const publicOperations: readonly Endpoint[] = [
  passwordValidate,
  userInviteValidate,
  ...codeSends,
  corporateRootUserEmailVerify,
  consumerRootUserEmailVerify,
  authorisedUserEmailVerify,
]

const MAX_BODY = 4096
type Named = { params?: { user_id?: string }; body?: { email?: string } }

/**
 * The public operations. Who is signed in hears of a code that was not sent why it was not; a stranger is not to learn whose
 * address is a customer's.
 */
export function publicProxy(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const bounds = strangerBounds()
  for (const ep of publicOperations) serve(app, parts, ep, bounds)
}

function serve(
  app: Hono<GatewayEnv>,
  { limits, metrics, audit, admission, callUpstream }: GatewayParts,
  ep: Endpoint,
  bounds: ReturnType<typeof strangerBounds>,
): void {
  app.on(ep.method, `/api/public/multi${ep.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
    const read = await readCall(ep, c.req.raw, c.req.param(), { most: MAX_BODY, bounds })
    if (!read.ok) return read.response
    // Audited: of these operations each names its person so, or nobody.
    const { params, body } = read.value as Named
    const meant = { email: body?.email, userId: params?.user_id }
    const account = meant.email ?? meant.userId
    const kind = kindOf(ep.id) ?? 'stranger'
    const { address } = c.var
    const pass = await limits.take(kind, { address, ...(account !== undefined && { account }) })
    if (!pass.ok) {
      metrics.count('rate_limited', { kind, by: pass.by })
      return tooMany(pass.retryAfterS)
    }
    c.var.operations.push(ep.id)
    c.set('recorded', true)
    const send = async () => {
      const answer = passOn(await callUpstream(ep, read.value as never))
      const veiled = answer.status === 409 && codeSends.includes(ep) && !(await admission.current(c))
      const told = veiled ? new Response(null, { status: 204 }) : answer
      if (!isCounted(kind, told.ok)) await pass.giveBack()
      return told
    }
    if (kind === 'stranger') return send()
    return recorded(audit, await strangerDeed(audit, ep, address, meant), async (note) => {
      note({ requestRef: c.var.requestRef })
      return send()
    })
  })
}
