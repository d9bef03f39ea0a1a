import type { Context } from 'hono'
import type { UserIdentity } from '../../contract/access'
import type { EntryView } from '../../contract/console/entry'
import type { SessionView } from '../../contract/session'
import { accessView } from '../access/access'
import { createSignIns } from '../audit/sign-ins'
import { ANSWER_MS, type Entry } from '../entry/entry-table'
import { coded } from '../http/answers'
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
  | { kind: 'entry'; id: string; view: EntryView; headers: Headers }
  | { kind: 'refused'; response: Response }

type C = Context<GatewayEnv>
type Parts = Pick<
  GatewayParts,
  'table' | 'life' | 'access' | 'cookie' | 'entries' | 'entryCookie' | 'options' | 'audit'
>
export type Admission = ReturnType<typeof createAdmission>

/** Lets people in, whichever way they came: one place where a token of the upstream becomes a session of ours. */
export function createAdmission(parts: Parts) {
  const { table, life, access, cookie, entries, entryCookie } = parts
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
   * `alone`: only in the place of the session that is there, which one call of several at once can take.
   */
  async function open(old: Session | undefined, who: SignedIn, alone: boolean): Promise<Opened | undefined> {
    const same =
      old?.credentials.id === who.credentials.id &&
      old.credentials.type === who.credentials.type &&
      old.identity.id === who.identity.id
    const replaced = old && same ? await table.replace(old, who) : undefined
    if (!old || !replaced) {
      const ended = old ? await life.signOut(old, who.authToken) : false
      return alone && !ended ? undefined : table.insert(who)
    }
    // Calls that left with the former token are still on their way.
    life.leaveLater(old.token, GRACE_MS)
    if (old.authToken !== undefined && old.authToken !== who.authToken) life.leaveLater(old.authToken, GRACE_MS)
    return replaced
  }

  /**
   * Whatever way in the browser was on is over, here and upstream, but for the tokens that go on. Only the first password of
   * a registration may still be set, by whoever proves the address.
   */
  async function leaveEntry(c: C, kept: readonly (string | undefined)[] = []): Promise<void> {
    const cookieId = entryCookie.read(c)
    const former = cookieId === undefined ? undefined : await entries.byCookie(cookieId)
    if (!former) return
    if (former.kind === 'registration') return entries.unbind(former.id)
    if (!(await entries.end(former.id)) || former.token === undefined || kept.includes(former.token)) return
    await life.leaveUpstream(former.token)
  }

  /** A session for a token that opens an identity. */
  async function enter(c: C, call: CallUpstream, who: Access, email: string, alone = false): Promise<Admitted> {
    const names = await readNames(call, who, email)
    const opened = await open(await current(c), { ...who, ...names }, alone)
    if (!opened) {
      await life.leaveUpstream(who.token)
      return { kind: 'refused', response: coded(409, 'SIGN_IN_AGAIN') }
    }
    const { session, cookieId } = opened
    await leaveEntry(c, [who.token, who.authToken])
    await signIns.signedIn(c, session)
    life.begin(session)
    const headers = new Headers()
    cookie.set(headers, cookieId)
    entryCookie.clear(headers)
    return { kind: 'session', session, view: await view(session), headers }
  }

  /** An entry that waits for the person's next step, in the place of any other that the browser has. */
  async function wait(c: C, begun: Parameters<typeof entries.begin>[0]): Promise<Admitted> {
    await leaveEntry(c, [begun.token])
    const { entry, cookieId } = await entries.begin(begun)
    const headers = new Headers()
    entryCookie.set(headers, cookieId)
    return { kind: 'entry', id: entry.id, view: entryView(entry, clock.now()), headers }
  }

  /** What the upstream said of a token: a session, or why there is none. */
  async function settle(
    c: C,
    call: CallUpstream,
    resolved: Awaited<ReturnType<typeof openIdentity>>,
    email: string,
    alone = false,
  ): Promise<Admitted> {
    if (resolved.kind === 'access') return enter(c, call, resolved.access, email, alone)
    const response = resolved.kind === 'refused' ? await refusedToken(resolved.answer) : unusable()
    return { kind: 'refused', response }
  }

  return {
    current,
    view,
    enter,
    wait,
    leaveEntry,

    /**
     * All that a person has open here is over, whichever browser and identity it is in, but for the session or entry that is
     * `kept`. `credentials` finds also what was opened before their address was changed.
     */
    async endOthers(email: string, { kept, credentials }: Others = {}): Promise<void> {
      const sessions = await table.ofPerson(email, credentials)
      for (const session of sessions) if (session.id !== kept) await life.signOut(session)
      for (const token of await entries.endOf(email, kept)) await life.leaveUpstream(token)
    },

    /** From what opened the door to a session, or to the choice of an identity. */
    async admit(c: C, call: CallUpstream, opening: Opening, email: string): Promise<Admitted> {
      const resolved = await resolveToken(call, opening)
      if (resolved.kind === 'choice') return wait(c, choiceOf(opening.token, resolved.identities, email))
      return settle(c, call, resolved, email)
    },

    /** One identity of several, by a token that may choose; `authToken` is kept for the next time. */
    async choose(c: C, call: CallUpstream, { token, authToken, identity, email, alone }: Choice): Promise<Admitted> {
      const resolved = await openIdentity(call, { token, identity })
      if (resolved.kind === 'access') resolved.access.authToken = authToken
      return settle(c, call, resolved, email, alone)
    },
  }
}

type Others = { kept?: string; credentials?: Session['credentials'] }

type Choice = {
  token: string
  authToken: string | undefined
  identity: UserIdentity['id']
  email: string
  alone?: boolean
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
      return { kind, email, state: stateOf(entry, now), expiresAt: entry.createdAt + ANSWER_MS, now }
    default:
      return { kind, email }
  }
}

function stateOf({ state, createdAt }: Entry, now: number): 'WAITING' | 'APPROVED' | 'DECLINED' | 'EXPIRED' {
  if (state === 'APPROVED' || state === 'DECLINED' || state === 'EXPIRED') return state
  return now < createdAt + ANSWER_MS ? 'WAITING' : 'EXPIRED'
}
