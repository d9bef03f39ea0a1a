import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { IdentityId } from '../../contract/common'
import { complaints, json } from '../console/read-call'
import { badFields, refusal } from '../http/answers'
import { readBody } from '../http/read-body'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { readNames } from '../session/read-names'
import { openByPhone } from '../session/resolve-token'
import { countedCalls } from '../upstream/counted-calls'
import { refusedBody, strangerBounds } from '../webhooks/stranger-bounds'
import type { Entry } from './entry-table'

/** Where the company's own app on the phone brings what it got for a sign-in that its person has approved. */
export const HAND_OVER = '/device/hand-over'
const MAX_BODY = 8192

/** What the phone brings: which sign-in was approved, its one-time token, and the identity that it opens. */
const HandedOver = z.strictObject({
  challengeId: z.string().regex(/^[\w-]{1,100}$/),
  token: z.string().regex(/^[\w.~+/=-]{1,4096}$/),
  identity: IdentityId,
})
type HandedOver = z.infer<typeof HandedOver>

/**
 * The door for the company's phone app, at `POST /device/hand-over`. Whoever knocks has no cookie and proves nothing but by
 * the token: it is exchanged at once, and only where it is of the very person whom the sign-in was begun for does the entry
 * that waits go on. Otherwise anybody could bring a token of their own and have somebody else signed in as themselves, or a
 * false one and spoil the sign-in. 204, whether anybody waits or not.
 */
export function handOverRoute(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { entries, limits, metrics, life, audit } = parts
  const bounds = strangerBounds()

  app.post(HAND_OVER, async (c) => {
    const { address } = c.var
    const pass = await limits.take('hand-over', { address })
    if (!pass.ok) {
      metrics.count('rate_limited', { kind: 'hand-over', by: pass.by })
      return tooMany(pass.retryAfterS)
    }
    const body = await readBody(c.req.raw, MAX_BODY, bounds)
    if (!body.ok) {
      const { status, code } = refusedBody(body)
      return refusal(status, code, 'The request is larger, or slower, than the console takes.')
    }
    const given = json(body.bytes)
    const read = HandedOver.safeParse(given)
    if (!read.success) return badFields(complaints(read.error, given))
    const found = await entries.byChallenge(read.data.challengeId)
    const problem = found && (await open(c, found, read.data))
    // The app may bring it again: it is not the phone's fault, and the token may be good still.
    return problem ?? new Response(null, { status: 204 })
  })

  async function open(
    c: Context<GatewayEnv>,
    { id, email }: Entry<'phone'>,
    { token, identity }: HandedOver,
  ): Promise<Response | undefined> {
    const call = countedCalls(parts.callUpstream, c.var.operations)
    const opened = await openByPhone(call, { token, identity })
    if (opened.kind === 'refused' && opened.answer.status >= 500) {
      return refusal(502, 'UPSTREAM_REFUSED', 'The Multi API does not answer as it should.')
    }
    if (opened.kind !== 'access') return refused(c, 'TOKEN_REFUSED')
    const { token: access, ...rest } = opened.access
    const { email: theirs } = await readNames(call, opened.access, '')
    if (theirs.toLowerCase() !== email.trim().toLowerCase()) {
      await life.leaveUpstream(access)
      return refused(c, 'OTHER_PERSON')
    }
    const { credentials, steppedUp } = rest
    const taken = await entries.answered(id, {
      state: 'APPROVED',
      token: access,
      access: { identity: rest.identity, credentials, steppedUp },
    })
    if (!taken) await life.leaveUpstream(access)
    return undefined
  }

  /** Nobody who knocks hears of it. */
  async function refused(c: Context<GatewayEnv>, code: string): Promise<undefined> {
    const { address, requestRef } = c.var
    const deed = { operation: 'hand-over', section: 'entry', address }
    await audit.note(deed, { outcome: 'REFUSED', status: 204, code, requestRef })
  }
}
