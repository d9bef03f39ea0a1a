import type { Hono } from 'hono'
import { userIdentities } from '../../contract/access'
import { sessionPasswordChange, sessionSwitch } from '../../contract/console/entry'
import { passwordUpdate } from '../../contract/passwords'
import { serve } from '../console/serve'
import { coded, notSignedIn } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { unusable } from '../session/sign-in'
import { readAnswer } from '../upstream/read-answer'

/** What somebody who is signed in does with their own sign-in. */
export function ownSessionRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { admission, table, life, limits } = parts

  serve(app, parts, sessionSwitch, async ({ body: { identity } }, { session, call, c }) => {
    const token = session.authToken ?? session.token
    const listed = await call(userIdentities, { query: { limit: 100 } }, token)
    const list = await readAnswer(userIdentities.responses[200], listed)
    if (!list) return coded(409, 'SIGN_IN_AGAIN')
    const offered = list.identities.some(({ id }) => id.id === identity.id && id.type === identity.type)
    if (!offered) return coded(409, 'IDENTITY_NOT_OFFERED')
    const admitted = await admission.choose(c, call, { token, identity, email: session.email })
    if (admitted.kind !== 'session') return coded(409, 'SIGN_IN_AGAIN')
    return Response.json(admitted.view, { headers: admitted.headers })
  })

  serve(app, parts, sessionPasswordChange, async ({ body }, { session, call, address }) => {
    const account = `${session.credentials.type} ${session.credentials.id}`
    const pass = await limits.take('password-reset', { account, address })
    if (!pass.ok) return coded(409, 'PASSWORD_INCORRECT')
    const answer = await call(passwordUpdate, { body }, session.token)
    if (answer.status === 401) {
      await life.refusedUpstream(session)
      return notSignedIn()
    }
    if (!answer.ok) return answer
    const set = await readAnswer(passwordUpdate.responses[200], answer)
    if (!set) return unusable()
    // The former token is good still for calls that are under way; the new one goes on.
    await table.exchangeToken(session, set.token)
    return undefined
  })
}
