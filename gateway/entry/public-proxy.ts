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
import { readCall } from '../console/read-call'
import { kindOf } from '../limits/limited-operations'
import { rules } from '../limits/rules'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { passOn } from '../upstream/pass-on'

/**
 * What of the Multi API needs no session and carries no secret back: the browser may ask for it as it is, under
 * `/api/public/multi`. Everything else that takes the API key alone is the gateway's own to call.
 */
export const publicOperations: readonly Endpoint[] = [
  passwordValidate,
  userInviteValidate,
  corporateRootUserEmailVerificationCodeSend,
  corporateRootUserEmailVerify,
  consumerRootUserEmailVerificationCodeSend,
  consumerRootUserEmailVerify,
  authorisedUserEmailVerificationCodeSend,
  authorisedUserEmailVerify,
]

type Named = { params?: { user_id?: string }; body?: { email?: string } }

export function publicProxy(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  for (const ep of publicOperations) serve(app, parts, ep)
}

function serve(app: Hono<GatewayEnv>, { limits, metrics, audit, callUpstream }: GatewayParts, ep: Endpoint): void {
  app.on(ep.method, `/api/public/multi${ep.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
    const read = await readCall(ep, c.req.raw, c.req.param())
    if (!read.ok) return read.response
    // Audited: of these operations each names its person so, or nobody.
    const { params, body } = read.value as Named
    const account = body?.email ?? params?.user_id
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
      if (rules[kind].counts !== (answer.ok ? 'done' : 'refused')) await pass.giveBack()
      return answer
    }
    if (kind === 'stranger') return send()
    const change = account === undefined ? undefined : { addressHash: audit.people.hashOf(account) }
    const deed = { operation: ep.id, section: ep.section, address, ...(change && { change }) }
    return recorded(audit, deed, async (note) => {
      note({ requestRef: c.var.requestRef })
      return send()
    })
  })
}
