import type { Hono } from 'hono'
import { logout } from '../../contract/access'
import { SignIn } from '../../contract/session'
import { createSignIns } from '../audit/sign-ins'
import { badField, notSignedIn, refusal } from '../http/answers'
import { readBody } from '../http/read-body'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { countedCalls } from '../upstream/counted-calls'
import type { Admitted } from './admission'
import { displayRoute } from './display-route'
import { limitedSignIn } from './limited-sign-in'
import { createNarrowDoor } from './narrow-door'
import { signIn } from './sign-in'

const PATH = '/api/session'
const MAX_BODY = 4096
/** Sign-ins under way, and those that may wait for their turn: a morning's rush, but no flood. */
const DOOR = { atOnce: 4, waiting: 40 }

/** The session as a resource: sign in, who am I, I am still here, show me a card, sign out. */
export function sessionRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { life, cookie, entryCookie, callUpstream, limits, metrics, admission } = parts
  const signIns = createSignIns(parts)
  const door = createNarrowDoor(DOOR)

  displayRoute(app, parts)

  app.get(PATH, async (c) => {
    const session = await admission.current(c)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    return wait === undefined ? Response.json(await admission.view(session)) : tooMany(wait)
  })

  app.post(PATH, async (c) => {
    const body = await readBody(c.req.raw, MAX_BODY)
    if (!body.ok) return refusal(413, 'TOO_LARGE', 'The request is larger than the console takes.')
    const given = SignIn.safeParse(json(body.bytes))
    if (!given.success) return badField(given.error.issues[0]?.path.join('.') || 'email', 'REGEX')
    const { email } = given.data
    const call = countedCalls(callUpstream, c.var.operations)
    const result = await door.pass(() =>
      limitedSignIn({ account: email, address: c.var.address }, parts, () => signIn(given.data, call)),
    )
    metrics.count('sign_ins', { outcome: result?.ok ? 'done' : String(result?.response.status ?? 429) })
    if (!result) return tooMany(2)
    if (result.ok) return answer(await admission.admit(c, call, result.opening, email))
    await signIns.refused(c, email, result.response)
    if (result.expired === undefined) return result.response
    const waiting = { kind: 'password-expired', email, token: result.expired, document: {} } as const
    return withCookies(result.response, await admission.wait(c, waiting))
  })

  app.post(`${PATH}/activity`, async (c) => {
    const session = await admission.current(c)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    if (wait !== undefined) return tooMany(wait)
    const renewed = await life.renew(session)
    if (!renewed) return notSignedIn()
    return (await life.keepAlive(session)) ? Response.json(renewed) : notSignedIn()
  })

  app.delete(PATH, async (c) => {
    const session = await admission.current(c)
    if (session) {
      c.var.operations.push(logout.id)
      await life.signOut(session)
      await signIns.signedOut(c, session)
      if (c.req.query('everywhere') !== undefined)
        await admission.endOthers(session.email, { credentials: session.credentials })
    }
    await admission.leaveEntry(c)
    const response = new Response(null, { status: 204 })
    cookie.clear(response.headers)
    entryCookie.clear(response.headers)
    return response
  })
}

/** Who is to choose an identity is told so as a refusal: the page of the sign-in then asks where the entry stands. */
function answer(admitted: Admitted): Response {
  if (admitted.kind === 'refused') return admitted.response
  if (admitted.kind === 'session') return withCookies(Response.json(admitted.view), admitted)
  const choose = refusal(409, 'IDENTITY_CHOICE', 'This person acts for several identities; one is to be chosen.')
  return withCookies(choose, admitted)
}

function withCookies(response: Response, admitted: Admitted): Response {
  if (admitted.kind === 'refused') return response
  for (const [name, value] of admitted.headers) response.headers.append(name, value)
  return response
}

function json(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
