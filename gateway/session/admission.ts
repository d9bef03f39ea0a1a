import type { Context } from 'hono'
import type { UserIdentity } from '../../contract/access'
import type { EntryView } from '../../contract/console/entry'
import type { SessionView } from '../../contract/session'
import { accessView } from '../access/access'
import { createSignIns } from '../audit/sign-ins'
import type { Entry } from '../entry/entry-table'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { CallUpstream } from '../upstream/call-upstream'
import { readNames } from './read-names'
import { type Access, type Opening, openIdentity, resolveToken } from './resolve-token'
import { GRACE_MS, type Opened, type Session, type SignedIn } from './session-table'
import { refusedToken, unusable } from './sign-in'

/** What came of it, and the cookie that goes with it. */
export type Admitted =
  | { kind: 'session'; session: Session; view: SessionView; headers: Headers }
  | { kind: 'entry'; view: EntryView; headers: Headers }
  | { kind: 'refused'; response: Response }

type C = Context<GatewayEnv>
type Parts = Pick<
  GatewayParts,
  'table' | 'life' | 'access' | 'cookie' | 'entries' | 'entryCookie' | 'options' | 'audit' | 'log'
>
export type Admission = ReturnType<typeof createAdmission>

/** Lets people in, whichever way they came: one place where a token of the upstream becomes a session of ours. */
export function createAdmission(parts: Parts) {
  const { table, life, access, cookie, entries, entryCookie, log } = parts
  const { clock } = parts.options
  const signIns = createSignIns(parts)

  const current = async (c: C): Promise<Session | undefined> => {
    const cookieId = cookie.read(c)
    return cookieId === undefined ? undefined : table.byCookie(cookieId)
  }

  async function view(session: Session): Promise<SessionView> {
    return {
      person: { credentials: session.credentials, name: session.name, email: session.email },
      identity: { id: session.identity, name: session.identityName },
      access: accessView(await access.of(session)),
      steppedUp: session.steppedUp,
      idleDeadline: session.idleDeadline,
      now: clock.now(),
    }
  }

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
      if (old) await life.signOut(old, who.authToken)
      return table.insert(who)
    }
    // Calls that left with the former token are still on their way.
    clock.schedule(clock.now() + GRACE_MS, () => {
      life.leaveUpstream(old.token).catch((error: unknown) => log.warn({ err: error }, 'former token not signed out'))
    })
    return replaced
  }

  /** A session for a token that opens an identity. */
  async function enter(c: C, call: CallUpstream, who: Access, email: string): Promise<Admitted> {
    const names = await readNames(call, who, email)
    const { session, cookieId } = await open(await current(c), { ...who, ...names })
    await signIns.signedIn(c, session)
    life.begin(session)
    const headers = new Headers()
    cookie.set(headers, cookieId)
    entryCookie.clear(headers)
    return { kind: 'session', session, view: await view(session), headers }
  }

  /** An entry that waits for the person's next step. */
  async function wait(begun: Parameters<typeof entries.begin>[0]): Promise<Admitted> {
    const { entry, cookieId } = await entries.begin(begun)
    const headers = new Headers()
    entryCookie.set(headers, cookieId)
    return { kind: 'entry', view: entryView(entry, clock.now()), headers }
  }

  return {
    current,
    view,
    enter,
    wait,

    /** From what opened the door to a session, or to the choice of an identity. */
    async admit(c: C, call: CallUpstream, opening: Opening, email: string): Promise<Admitted> {
      const resolved = await resolveToken(call, opening)
      if (resolved.kind === 'choice') return wait(choiceOf(opening.token, resolved.identities, email))
      return this.settle(c, call, resolved, email)
    },

    /** One identity of several, by the token that chooses. */
    async choose(
      c: C,
      call: CallUpstream,
      { token, identity, email }: { token: string; identity: UserIdentity['id']; email: string },
    ): Promise<Admitted> {
      const resolved = await openIdentity(call, { token, identity })
      if (resolved.kind === 'access') resolved.access.authToken = token
      return this.settle(c, call, resolved, email)
    },

    async settle(
      c: C,
      call: CallUpstream,
      resolved: Awaited<ReturnType<typeof openIdentity>>,
      email: string,
    ): Promise<Admitted> {
      if (resolved.kind === 'access') return enter(c, call, resolved.access, email)
      const response = resolved.kind === 'refused' ? await refusedToken(resolved.answer) : unusable()
      return { kind: 'refused', response }
    },
  }
}

const choiceOf = (token: string, identities: UserIdentity[], email: string) =>
  ({ kind: 'choice', email, token, document: { identities } }) as const

/** What the browser is told of an entry. */
export function entryView(entry: Entry, now: number): EntryView {
  const { kind, email } = entry
  switch (kind) {
    case 'choice':
      return { kind, email, identities: entry.document.identities }
    case 'registration':
      return { kind, email, type: entry.document.type }
    case 'phone':
      return { kind, email, state: stateOf(entry), expiresAt: entry.expiresAt, now }
    default:
      return { kind, email }
  }
}

const stateOf = ({ state }: Entry) => (state === 'OPEN' ? 'WAITING' : state)
