import type { Context, Hono } from 'hono'
import { logout } from '../../contract/access'
import { type SessionView, SignIn } from '../../contract/session'
import { accessView } from '../access/access'
import { createSignIns } from '../audit/sign-ins'
import { badField, notSignedIn, refusal } from '../http/answers'
import { readBody } from '../http/read-body'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { displayRoute } from './display-route'
import { limitedSignIn } from './limited-sign-in'
import { createNarrowDoor } from './narrow-door'
import { GRACE_MS, type Opened, type Session, type SignedIn } from './session-table'
import { signIn } from './sign-in'

const PATH = '/api/session'
const MAX_BODY = 4096
/** Sign-ins under way, and those that may wait for their turn: a morning's rush, but no flood. */
const DOOR = { atOnce: 4, waiting: 40 }

/** The session as a resource: sign in, who am I, I am still here, show me a card, sign out. */
export function sessionRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { table, life, access, cookie, callUpstream, options, limits, log, metrics } = parts
  const { clock } = options
  const signIns = createSignIns(parts)
  const door = createNarrowDoor(DOOR)

  displayRoute(app, parts)

  const current = async (c: Context<GatewayEnv>): Promise<Session | undefined> => {
    const cookieId = cookie.read(c)
    return cookieId === undefined ? undefined : table.byCookie(cookieId)
  }

  const view = async (session: Session): Promise<SessionView> => ({
    person: { credentials: session.credentials, name: session.name, email: session.email },
    identity: { id: session.identity, name: session.identityName },
    access: accessView(await access.of(session)),
    steppedUp: session.steppedUp,
    idleDeadline: session.idleDeadline,
    now: clock.now(),
  })

  app.get(PATH, async (c) => {
    const session = await current(c)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    return wait === undefined ? Response.json(await view(session)) : tooMany(wait)
  })

  app.post(PATH, async (c) => {
    const body = await readBody(c.req.raw, MAX_BODY)
    if (!body.ok) return refusal(413, 'TOO_LARGE', 'The request is larger than the console takes.')
    const given = SignIn.safeParse(json(body.bytes))
    if (!given.success) return badField(given.error.issues[0]?.path.join('.') || 'email', 'REGEX')
    const who = { account: given.data.email, address: c.var.address }
    const reached = (operation: string) => c.var.operations.push(operation)
    const result = await door.pass(() => limitedSignIn(who, parts, () => signIn(given.data, callUpstream, reached)))
    metrics.count('sign_ins', { outcome: result?.ok ? 'done' : String(result?.response.status ?? 429) })
    if (!result) return tooMany(2)
    if (!result.ok) {
      await signIns.refused(c, given.data.email, result.response)
      return result.response
    }
    const { session, cookieId } = await open(await current(c), result.value)
    await signIns.signedIn(c, session)
    life.begin(session)
    const response = Response.json(await view(session))
    cookie.set(response.headers, cookieId)
    return response
  })

  app.post(`${PATH}/activity`, async (c) => {
    const session = await current(c)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    if (wait !== undefined) return tooMany(wait)
    const renewed = await life.renew(session)
    if (!renewed) return notSignedIn()
    return (await life.keepAlive(session)) ? Response.json(renewed) : notSignedIn()
  })

  app.delete(PATH, async (c) => {
    const session = await current(c)
    if (session) {
      c.var.operations.push(logout.id)
      await life.signOut(session)
      await signIns.signedOut(c, session)
    }
    const response = new Response(null, { status: 204 })
    cookie.clear(response.headers)
    return response
  })

  /**
   * A sign-in over a live page. The same person goes on in the same session under a new cookie: streams stay open, and
   * calls that are under way with the former cookie find it. Anybody else's session is over, and its tabs are told.
   */
  async function open(old: Session | undefined, who: SignedIn): Promise<Opened> {
    const same =
      old?.credentials.id === who.credentials.id &&
      old.credentials.type === who.credentials.type &&
      old.identity.id === who.identity.id
    const replaced = old && same ? await table.replace(old, who) : undefined
    if (!old || !replaced) {
      if (old) await life.signOut(old)
      return table.insert(who)
    }
    // Calls that left with the former token are still on their way.
    clock.schedule(clock.now() + GRACE_MS, () => {
      life.leaveUpstream(old.token).catch((error: unknown) => log.warn({ err: error }, 'former token not signed out'))
    })
    return replaced
  }
}

function json(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
