import type { Hono } from 'hono'
import { userIdentities } from '../../contract/access'
import { sessionPasswordChange, sessionSwitch } from '../../contract/console/entry'
import { passwordUpdate } from '../../contract/passwords'
import { type Caller, serve } from '../console/serve'
import { coded, notSignedIn } from '../http/answers'
import { isCounted } from '../limits/rules'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { GRACE_MS } from '../session/session-table'
import { unusable } from '../session/sign-in'
import { readAnswer } from '../upstream/read-answer'

/** What somebody who is signed in does with their own sign-in. */
export function ownSessionRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { admission, table, life, limits, metrics } = parts

  serve(app, parts, sessionSwitch, async ({ body: { identity } }, { session, call, c }) => {
    const found = await chooser(session, call)
    if (!found) return coded(409, 'SIGN_IN_AGAIN')
    const offered = found.identities.some(({ id }) => id.id === identity.id && id.type === identity.type)
    if (!offered) return coded(409, 'IDENTITY_NOT_OFFERED')
    const { token } = found
    // The token of an identity ends with the session in it; the one that chooses goes on.
    const authToken = token === session.authToken ? token : undefined
    const admitted = await admission.choose(c, call, { token, authToken, identity, email: session.email, alone: true })
    if (admitted.kind !== 'session') return coded(409, 'SIGN_IN_AGAIN')
    return Response.json(admitted.view, { headers: admitted.headers })
  })

  serve(app, parts, sessionPasswordChange, async ({ body }, { session, call, address }) => {
    // Whoever has found a screen unlocked guesses no password here either.
    const account = `${session.credentials.type} ${session.credentials.id}`
    const pass = await limits.take('sign-in', { account, address })
    if (!pass.ok) {
      metrics.count('rate_limited', { kind: 'sign-in', by: pass.by })
      return tooMany(pass.retryAfterS)
    }
    const answer = await call(passwordUpdate, { body }, session.token)
    if (!isCounted('sign-in', answer.ok)) await pass.giveBack()
    if (answer.status === 401) {
      await life.refusedUpstream(session)
      return notSignedIn()
    }
    if (!answer.ok) return answer
    const set = await readAnswer(passwordUpdate.responses[200], answer)
    const goesOn = set !== undefined && (await table.exchangeToken(session, set.token))
    // The former token is good still for calls that are under way, and for nobody any more after that.
    if (goesOn) life.leaveLater(session.token, GRACE_MS)
    // The former password is worth nothing any more, whatever became of this session.
    await limits.unlocked(session.email)
    await admission.endOthers(session.email, { kept: session.id, credentials: session.credentials })
    if (!set) return unusable()
    if (goesOn) return undefined
    // Somebody signed out meanwhile.
    await life.leaveUpstream(set.token)
    return notSignedIn()
  })
}

/** The token by which the person may choose, and among what; a programme may take the one of the identity they are in. */
async function chooser({ authToken, token }: Caller['session'], call: Caller['call']) {
  for (const one of authToken === undefined ? [token] : [authToken, token]) {
    const listed = await call(userIdentities, { query: { limit: 100 } }, one)
    const list = await readAnswer(userIdentities.responses[200], listed)
    if (list) return { token: one, identities: list.identities }
  }
  return undefined
}
