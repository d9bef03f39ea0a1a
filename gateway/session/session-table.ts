import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import { CredentialId, IdentityId } from '../../contract/common'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { GatewaySessionTable } from '../../storage/schema/gateway'
import { softly } from '../../storage/softly'
import { hashOf, newCookieId } from './cookie'
import type { TokenCipher } from './token-cipher'

/** A session ends after five minutes without the person doing anything. */
export const IDLE_MS = 5 * 60_000
/**
 * How long a cookie's former id still opens the session. The id changes after a step-up and when a person signs in again
 * over a live page, while other calls of the same browser are under way with the former id: they left before the answer
 * with the new cookie arrived, and may get here after it was made. Answering them 401 would ask a person to sign in who
 * has just done so. Ten seconds cover a slow line; nobody who holds only the former id is ever given the new one.
 */
export const GRACE_MS = 10_000

/** Who signed in, and the upstream's token for them. */
export type SignedIn = {
  token: string
  /** Chooses among the person's identities, where they have several. */
  authToken?: string | undefined
  identity: IdentityId
  identityName: string
  credentials: CredentialId
  name: string
  email: string
  steppedUp: boolean
}
/** A question to the person's phone, by the challenge's id. */
export type PhoneAsked = { id: string; until: number }
export type Session = SignedIn & {
  /** Stays the same when the cookie changes. */
  id: string
  idHash: string
  /** The token as it is stored: tells whether the session still has the token that a call was made with. */
  tokenCipher: string
  /** What the session is to be stepped up by, where the phone was asked. */
  phone: PhoneAsked | undefined
  lastUpstreamAt: number
  idleDeadline: number
}
export type Opened = { session: Session; cookieId: string }

export type SessionTable = ReturnType<typeof createSessionTable>

/** A sealed token opens for its own row and its own purpose alone. */
const authOf = (sessionId: string) => `${sessionId} auth`

/** The rows of `gateway_session`, and nothing else: no timers, no streams, no upstream. */
export function createSessionTable(store: Store, clock: Clock, cipher: TokenCipher) {
  const { db } = store

  /** As `fromRow`; a token that another key than today's has sealed is sealed anew on the way. */
  async function upToDate(row: Selectable<GatewaySessionTable>): Promise<Session | undefined> {
    const token = cipher.isCurrent(row.token_cipher) ? undefined : cipher.open(row.token_cipher, row.id)
    if (token === undefined) return fromRow(row)
    const token_cipher = cipher.seal(token, row.id)
    const done = await db
      .updateTable('gateway_session')
      .set({ token_cipher })
      .where('id', '=', row.id)
      .where('token_cipher', '=', row.token_cipher)
      .executeTakeFirst()
    if (done.numUpdatedRows > 0n) return fromRow({ ...row, token_cipher })
    // Another call has been faster, with this token or with a new one.
    const now = await db.selectFrom('gateway_session').selectAll().where('id', '=', row.id).executeTakeFirst()
    return now && fromRow(now)
  }

  function fromRow(row: Selectable<GatewaySessionTable>): Session | undefined {
    const token = cipher.open(row.token_cipher, row.id)
    if (token === undefined) return undefined
    return {
      id: row.id,
      idHash: row.id_hash,
      token,
      authToken: row.auth_cipher === null ? undefined : cipher.open(row.auth_cipher, authOf(row.id)),
      tokenCipher: row.token_cipher,
      identity: IdentityId.parse({ type: row.identity_type, id: row.identity_id }),
      identityName: row.identity_name,
      credentials: CredentialId.parse({ type: row.credential_type, id: row.credential_id }),
      name: row.person_name,
      email: row.person_email,
      steppedUp: row.stepped_up === 1,
      phone: row.phone_asked === null ? undefined : { id: row.phone_asked, until: row.phone_until ?? 0 },
      lastUpstreamAt: row.last_upstream_at,
      idleDeadline: row.idle_deadline,
    }
  }

  function toRow(id: string, cookieId: string, who: SignedIn): Insertable<GatewaySessionTable> {
    const now = clock.now()
    return {
      id,
      id_hash: hashOf(cookieId),
      previous_hash: null,
      previous_until: 0,
      token_cipher: cipher.seal(who.token, id),
      auth_cipher: who.authToken === undefined ? null : cipher.seal(who.authToken, authOf(id)),
      auth_kept_at: who.authToken === undefined ? null : now,
      identity_type: who.identity.type,
      identity_id: who.identity.id,
      identity_name: who.identityName,
      credential_type: who.credentials.type,
      credential_id: who.credentials.id,
      person_name: who.name,
      person_email: who.email,
      stepped_up: who.steppedUp ? 1 : 0,
      phone_asked: null,
      phone_until: null,
      created_at: now,
      last_upstream_at: now,
      idle_deadline: now + IDLE_MS,
    }
  }

  const opened = (row: Insertable<GatewaySessionTable>, cookieId: string): Opened => {
    const session = fromRow({
      ...row,
      previous_hash: row.previous_hash ?? null,
      auth_cipher: row.auth_cipher ?? null,
      auth_kept_at: row.auth_kept_at ?? null,
      phone_asked: row.phone_asked ?? null,
      phone_until: row.phone_until ?? null,
    })
    if (!session) throw new Error('A token that was just sealed does not open.')
    return { session, cookieId }
  }

  return {
    /** The live session of a cookie. */
    async byCookie(cookieId: string): Promise<Session | undefined> {
      const hash = hashOf(cookieId)
      const now = clock.now()
      const row = await db
        .selectFrom('gateway_session')
        .selectAll()
        .where((eb) =>
          eb.or([eb('id_hash', '=', hash), eb.and([eb('previous_hash', '=', hash), eb('previous_until', '>', now)])]),
        )
        .where('idle_deadline', '>', now)
        .executeTakeFirst()
      return row && upToDate(row)
    },

    async byId(id: string): Promise<Session | undefined> {
      const row = await db.selectFrom('gateway_session').selectAll().where('id', '=', id).executeTakeFirst()
      return row && upToDate(row)
    },

    /** All sessions that are there, of whichever gateway. */
    deadlines: () => db.selectFrom('gateway_session').select(['id', 'idle_deadline', 'last_upstream_at']).execute(),

    /** How many have not ended. */
    async count(): Promise<number> {
      const row = await db
        .selectFrom('gateway_session')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('idle_deadline', '>', clock.now())
        .executeTakeFirstOrThrow()
      return Number(row.n)
    },

    async insert(who: SignedIn): Promise<Opened> {
      const cookieId = newCookieId()
      const row = toRow(randomUUID(), cookieId, who)
      await db.insertInto('gateway_session').values(row).execute()
      return opened(row, cookieId)
    },

    /** The same person signed in again: the session goes on with a new token under a new cookie. */
    async replace(old: Session, who: SignedIn): Promise<Opened | undefined> {
      const cookieId = newCookieId()
      const row = {
        ...toRow(old.id, cookieId, who),
        previous_hash: old.idHash,
        previous_until: clock.now() + GRACE_MS,
      }
      const done = await db
        .updateTable('gateway_session')
        .set(row)
        .where('id', '=', old.id)
        .where('id_hash', '=', old.idHash)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n ? opened(row, cookieId) : undefined
    },

    /**
     * Marks the session as stepped up and gives it a new cookie id; `undefined` when the call came with a former id.
     * That one must not be answered with a new cookie: two such answers could reach the browser in the wrong order.
     */
    async stepUp(session: Session, usedCookieId: string): Promise<string | undefined> {
      const cookieId = newCookieId()
      const used = hashOf(usedCookieId)
      await db.updateTable('gateway_session').set({ stepped_up: 1 }).where('id', '=', session.id).execute()
      const done = await db
        .updateTable('gateway_session')
        .set({ id_hash: hashOf(cookieId), previous_hash: used, previous_until: clock.now() + GRACE_MS })
        .where('id', '=', session.id)
        .where('id_hash', '=', used)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n ? cookieId : undefined
    },

    /** The session has asked the person's phone; an earlier question does not count any more. */
    async phoneAsked(id: string, asked: PhoneAsked): Promise<void> {
      const set = { phone_asked: asked.id, phone_until: asked.until }
      await db.updateTable('gateway_session').set(set).where('id', '=', id).execute()
    },

    /** Starts the idle time anew; `undefined` when the session has ended meanwhile. */
    async renew(id: string): Promise<number | undefined> {
      const now = clock.now()
      const deadline = now + IDLE_MS
      // Should a power cut take it back, the session ends a little sooner.
      const done = await softly(store, (on) =>
        on
          .updateTable('gateway_session')
          .set({ idle_deadline: deadline })
          .where('id', '=', id)
          .where('idle_deadline', '>', now)
          .executeTakeFirst(),
      )
      return done.numUpdatedRows > 0n ? deadline : undefined
    },

    /**
     * Whether this process is the one to call upstream for a session that has made no call since `before`: true at one
     * gateway, after which the row says that the call was made.
     */
    async claimUpstream(id: string, before: number): Promise<boolean> {
      const done = await db
        .updateTable('gateway_session')
        .set({ last_upstream_at: clock.now() })
        .where('id', '=', id)
        .where('last_upstream_at', '<=', before)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** The claimed call was not made: another one is to try. */
    async unclaimUpstream(id: string, lastUpstreamAt: number): Promise<void> {
      await db.updateTable('gateway_session').set({ last_upstream_at: lastUpstreamAt }).where('id', '=', id).execute()
    },

    /** As `claimUpstream`, for the token that chooses among identities. */
    async claimAuth(id: string, before: number): Promise<boolean> {
      const done = await db
        .updateTable('gateway_session')
        .set({ auth_kept_at: clock.now() })
        .where('id', '=', id)
        .where('auth_cipher', 'is not', null)
        .where('auth_kept_at', '<=', before)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** The same person's new password gave the session a new token; the cookie stays. */
    async exchangeToken(session: Session, token: string): Promise<void> {
      const token_cipher = cipher.seal(token, session.id)
      await db.updateTable('gateway_session').set({ token_cipher }).where('id', '=', session.id).execute()
    },

    async noteUpstream(id: string): Promise<void> {
      const heard = { last_upstream_at: clock.now() }
      await softly(store, (on) => on.updateTable('gateway_session').set(heard).where('id', '=', id).execute())
    },

    /**
     * Deletes the session if it still has this token, under whichever seal: while keys are exchanged, another gateway may
     * just have sealed it anew. False when it was gone or has got another token.
     */
    async remove({ id, token, tokenCipher }: Pick<Session, 'id' | 'token' | 'tokenCipher'>): Promise<boolean> {
      let seal = tokenCipher
      for (;;) {
        const done = await db
          .deleteFrom('gateway_session')
          .where('id', '=', id)
          .where('token_cipher', '=', seal)
          .executeTakeFirst()
        if (done.numDeletedRows > 0n) return true
        const row = await db
          .selectFrom('gateway_session')
          .select('token_cipher')
          .where('id', '=', id)
          .executeTakeFirst()
        if (!row || row.token_cipher === seal || cipher.open(row.token_cipher, id) !== token) return false
        seal = row.token_cipher
      }
    },

    /** Deletes the session if its idle time is over. */
    async removeIdle(id: string): Promise<boolean> {
      const done = await db
        .deleteFrom('gateway_session')
        .where('id', '=', id)
        .where('idle_deadline', '<=', clock.now())
        .executeTakeFirst()
      return done.numDeletedRows > 0n
    },
  }
}
