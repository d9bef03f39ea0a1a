import { randomUUID } from 'node:crypto'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { CredentialId, IdentityId } from '../../contract/common'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { GatewaySessionTable } from '../../storage/schema/gateway'
import { softly } from '../../storage/softly'
import { hashOf, newCookieId } from './cookie'
import { createSessionRows, IDLE_MS, type PhoneAsked, type Session, type SignedIn } from './session-rows'
import type { TokenCipher } from './token-cipher'

/**
 * How long a cookie's former id still opens the session. The id changes after a step-up and when a person signs in again
 * over a live page, while other calls of the same browser are under way with the former id: they left before the answer
 * with the new cookie arrived, and may get here after it was made. Answering them 401 would ask a person to sign in who
 * has just done so. Ten seconds cover a slow line; nobody who holds only the former id is ever given the new one.
 */
export const GRACE_MS = 10_000

export type { Session, SignedIn } from './session-rows'
export { IDLE_MS } from './session-rows'
export type Opened = { session: Session; cookieId: string }

export type SessionTable = ReturnType<typeof createSessionTable>

/** The rows of `gateway_session`, and nothing else: no timers, no streams, no upstream. */
export function createSessionTable(store: Store, clock: Clock, cipher: TokenCipher) {
  const { db } = store
  const { fromRow, toRow, reseal } = createSessionRows(clock, cipher)

  /** As `fromRow`; tokens that another key than today's has sealed are sealed anew on the way. */
  async function upToDate(row: Selectable<GatewaySessionTable>): Promise<Session | undefined> {
    const sealed = reseal(row)
    if (!sealed) return fromRow(row)
    const done = await db
      .updateTable('gateway_session')
      .set(sealed)
      .where('id', '=', row.id)
      .where('token_cipher', '=', row.token_cipher)
      .executeTakeFirst()
    if (done.numUpdatedRows > 0n) return fromRow({ ...row, ...sealed })
    // Another call has been faster, with this token or with a new one.
    const now = await db.selectFrom('gateway_session').selectAll().where('id', '=', row.id).executeTakeFirst()
    return now && fromRow(now)
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

    /**
     * Every session of a person, whichever identity it is in; also one of the same credentials that was opened while they had
     * another address. Whose tokens do not open are nobody's.
     */
    async ofPerson(email: string, same?: CredentialId): Promise<Session[]> {
      const rows = await db
        .selectFrom('gateway_session')
        .selectAll()
        .where((eb) =>
          eb.or([
            sql<boolean>`lower(person_email) = ${email.trim().toLowerCase()}`,
            ...(same ? [eb.and([eb('credential_type', '=', same.type), eb('credential_id', '=', same.id)])] : []),
          ]),
        )
        .execute()
      return rows.flatMap((row) => fromRow(row) ?? [])
    },

    /** Every session of a user, an authorised one of whichever company. */
    async ofUser(id: string): Promise<Session[]> {
      const rows = await db
        .selectFrom('gateway_session')
        .selectAll()
        .where('credential_type', '=', 'USER')
        .where('credential_id', '=', id)
        .execute()
      return rows.flatMap((row) => fromRow(row) ?? [])
    },

    /** The person has another address: a user, or who is behind an identity. */
    async newAddress(whose: { user: string } | { rootOf: IdentityId }, email: string): Promise<void> {
      const sessions = db.updateTable('gateway_session').set({ person_email: email })
      await ('user' in whose
        ? sessions.where('credential_type', '=', 'USER').where('credential_id', '=', whose.user)
        : sessions
            .where('credential_type', '=', 'ROOT')
            .where('identity_type', '=', whose.rootOf.type)
            .where('identity_id', '=', whose.rootOf.id)
      ).execute()
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

    /** The same person's new password gave the session a new token; the cookie stays. False when the session is over. */
    async exchangeToken(session: Session, token: string): Promise<boolean> {
      const token_cipher = cipher.seal(token, session.id)
      const done = await db
        .updateTable('gateway_session')
        .set({ token_cipher })
        .where('id', '=', session.id)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
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
