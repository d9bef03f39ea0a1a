import type { Context, Hono } from 'hono'
import { loginViaBiometrics } from '../../contract/access'
import * as entry from '../../contract/console/entry'
import { serveOpen } from '../console/serve-open'
import { coded, refusal } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { entryView } from '../session/admission'
import { locked } from '../session/sign-in'
import { readAnswer } from '../upstream/read-answer'
import type { Entry } from './entry-table'
import { outcome } from './outcome'

/** The way in of a browser: where it stands, how it is given up, and its next step. */
export function entryRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { entries, entryCookie, admission, options } = parts
  const here = entryOf(parts)

  serveOpen(app, parts, entry.entryGet, { kind: 'stranger' }, async (_, { c }) => {
    const found = await here(c)
    return { ...(found && { entry: entryView(found, options.clock.now()) }) }
  })

  serveOpen(app, parts, entry.entryLeave, { kind: 'stranger', unrecorded: true }, async (_, { c }) => {
    await admission.leaveEntry(c)
    const response = new Response(null, { status: 204 })
    entryCookie.clear(response.headers)
    return response
  })

  serveOpen(app, parts, entry.entryChoose, { kind: 'stranger' }, async ({ body: { identity } }, { c, call, note }) => {
    const found = await here(c)
    if (found?.kind !== 'choice' || found.token === undefined) return over()
    if (!found.document.identities.some(({ id }) => id.id === identity.id && id.type === identity.type)) {
      return coded(409, 'IDENTITY_NOT_OFFERED')
    }
    // Two tabs that choose at once open one session.
    if (!(await entries.claim(found.id))) return over()
    const { token, email } = found
    try {
      return outcome(await admission.choose(c, call, { token, authToken: token, identity, email }), note)
    } finally {
      // It is there still where nothing came of it.
      await entries.release(found.id)
    }
  })

  const byEmail = { kind: 'phone', meant: ({ body }: { body: { email: string } }) => ({ email: body.email }) } as const
  serveOpen(app, parts, entry.entryPhone, byEmail, async ({ body: { email } }, { c, call, note }) => {
    const answer = await call(loginViaBiometrics, { body: { email } })
    if (answer.status === 423) return locked(await parts.limits.lockedFor(email))
    // Nobody's address, and one without a phone: who asks is not to learn which.
    if (answer.status === 403) return coded(409, 'CHANNEL_NOT_REGISTERED')
    if (answer.status === 409) return answer
    const asked = await readAnswer(loginViaBiometrics.responses[200], answer)
    if (!asked) return refusal(502, 'UPSTREAM_REFUSED', 'The Multi API does not answer as it should.')
    const { challengeId } = asked
    return outcome(await admission.wait(c, { kind: 'phone', email, document: {}, challengeId, state: 'WAITING' }), note)
  })

  serveOpen(app, parts, entry.entryFinish, { kind: 'stranger' }, async (_, { c, call, note }) => {
    const found = await here(c)
    if (found?.kind !== 'phone') return over()
    const { token, document, state, email } = found
    if (state !== 'APPROVED' || token === undefined || !document.access) return coded(409, 'NOT_APPROVED')
    if (!(await entries.end(found.id))) return over()
    return outcome(await admission.enter(c, call, { token, ...document.access }, email), note)
  })
}

export const over = (): Response => coded(409, 'ENTRY_OVER')

/** The entry of the browser that asks. */
export const entryOf =
  ({ entries, entryCookie }: Pick<GatewayParts, 'entries' | 'entryCookie'>) =>
  async (c: Context<GatewayEnv>): Promise<Entry | undefined> => {
    const cookieId = entryCookie.read(c)
    return cookieId === undefined ? undefined : entries.byCookie(cookieId)
  }
