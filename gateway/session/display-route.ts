import type { Hono } from 'hono'
import { DisplayPass } from '../../contract/session'
import { notSignedIn, refusal } from '../http/answers'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { UPSTREAM_HOST } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'

/**
 * Something with which the page may have a card's values shown in secure frames: those ask for a token of the person, and
 * the session's never leaves the gateway.
 */
export function displayRoute(app: Hono<GatewayEnv>, { cookie, table, options, limits, log }: GatewayParts): void {
  app.post('/api/session/display', async (c) => {
    const cookieId = cookie.read(c)
    const session = cookieId === undefined ? undefined : await table.byCookie(cookieId)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    if (wait !== undefined) return tooMany(wait)
    if (!session.steppedUp) return refusal(403, 'STEP_UP_REQUIRED', 'Values of a card are shown after a second step.')
    if (!options.secureUi) return notSupported()
    const headers = { 'ui-key': options.page.uiKey, authorization: `Bearer ${session.token}` }
    const answer = await options.secureUi(new Request(`${UPSTREAM_HOST}/associations`, { method: 'POST', headers }))
    // The upstream has given the session up; the next call of the API ends it here too.
    if (answer.status === 403) return notSignedIn()
    const pass = await readAnswer(DisplayPass, answer)
    if (pass) return Response.json(pass, { headers: { 'cache-control': 'no-store' } })
    log.warn({ status: answer.status }, 'the secure components gave no association')
    return answer.status >= 500
      ? refusal(502, 'UPSTREAM_FAILED', 'The secure components cannot be reached.')
      : notSupported()
  })
}

const notSupported = () =>
  refusal(501, 'NOT_SUPPORTED', 'The secure components of this upstream show values to the session’s own token only.')
