import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import * as z from 'zod'
import { UserIdentity } from '../../contract/access'
import { CredentialId, Id, IdentityId, IdentityType } from '../../contract/common'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { GatewayEntryTable } from '../../storage/schema/entries'
import { hashOf, newCookieId } from '../session/cookie'
import type { TokenCipher } from '../session/token-cipher'

const MINUTE = 60_000
/** How long a phone may take to answer. */
export const ANSWER_MS = 5 * MINUTE
/**
 * As long as what the entry holds is good: tokens five minutes, and a registration the hour after which its address is
 * anybody's again. A phone's stays a little longer than its challenge, to say that nobody answered.
 */
const LIFE_MS = { choice: 5 * MINUTE, 'password-expired': 5 * MINUTE, phone: 10 * MINUTE, registration: 60 * MINUTE }

const documents = {
  choice: z.object({ identities: z.array(UserIdentity) }),
  'password-expired': z.object({}),
  /** Whom the phone has signed in, and to what. */
  phone: z.object({
    access: z.object({ identity: IdentityId, credentials: CredentialId, steppedUp: z.boolean() }).optional(),
  }),
  /** `proved`: by the code of the address, so that it is of whoever has that, and of nobody else. */
  registration: z.object({ userId: Id, type: IdentityType, identityId: Id, proved: z.boolean().optional() }),
}
type Kind = keyof typeof documents
type Documents = { [K in Kind]: z.infer<(typeof documents)[K]> }

/** Somebody who is on the way in; `token` opens little upstream, and never leaves the gateway. */
export type Entry<K extends Kind = Kind> = {
  [P in K]: {
    id: string
    kind: P
    email: string
    state: GatewayEntryTable['state']
    document: Documents[P]
    token: string | undefined
    createdAt: number
  }
}[K]

type Begun<K extends Kind> = {
  kind: K
  email: string
  document: Documents[K]
  token?: string
  challengeId?: string
  state?: GatewayEntryTable['state']
}

export type PhoneAnswer =
  | { state: 'APPROVED'; token: string; access: NonNullable<Documents['phone']['access']> }
  | { state: 'DECLINED' | 'EXPIRED' }

export type EntryTable = ReturnType<typeof createEntryTable>

/** The rows of `gateway_entry`: ways in that have not ended, of all gateways of the database. */
export function createEntryTable(store: Store, clock: Clock, cipher: TokenCipher) {
  const { db } = store

  function fromRow(row: Selectable<GatewayEntryTable>): Entry | undefined {
    const token = row.token_cipher === null ? undefined : cipher.open(row.token_cipher, row.id)
    const parsed = documents[row.kind].safeParse(JSON.parse(row.document))
    if (!parsed.success) return undefined
    const { id, kind, email, state, created_at: createdAt } = row
    // Audited: the document was read by the schema of this kind.
    return { id, kind, email, state, document: parsed.data, token, createdAt } as Entry
  }

  const live = () => db.selectFrom('gateway_entry').selectAll().where('expires_at', '>', clock.now())
  const waiting = () =>
    live()
      .where('kind', '=', 'phone')
      .where('state', '=', 'WAITING')
      .where('created_at', '>', clock.now() - ANSWER_MS)

  /** However it is written. */
  const isAddress = (email: string) => sql<boolean>`lower(email) = ${email.trim().toLowerCase()}`

  return {
    /** Answers the entry with the id that goes into its cookie. */
    async begin<K extends Kind>(begun: Begun<K>): Promise<{ entry: Entry<K>; cookieId: string }> {
      const cookieId = newCookieId()
      const id = randomUUID()
      const { kind, email, token, document } = begun
      const row = {
        id,
        id_hash: hashOf(cookieId),
        kind,
        email,
        state: begun.state ?? 'OPEN',
        document: JSON.stringify(document),
        token_cipher: token === undefined ? null : cipher.seal(token, id),
        challenge_id: begun.challengeId ?? null,
        created_at: clock.now(),
        expires_at: clock.now() + LIFE_MS[kind],
      }
      await db.insertInto('gateway_entry').values(row).execute()
      // Audited: made of what was given for this kind.
      const entry = { id, kind, email, state: row.state, document, token, createdAt: row.created_at } as Entry<K>
      return { entry, cookieId }
    },

    /** The entry of a cookie, unless it is over. */
    async byCookie(cookieId: string): Promise<Entry | undefined> {
      const row = await live().where('id_hash', '=', hashOf(cookieId)).executeTakeFirst()
      return row && fromRow(row)
    },

    /** Who waits for a phone's answer to this challenge. */
    async byChallenge(challengeId: string): Promise<Entry<'phone'> | undefined> {
      const row = await waiting().where('challenge_id', '=', challengeId).executeTakeFirst()
      const entry = row && fromRow(row)
      return entry?.kind === 'phone' ? entry : undefined
    },

    /** All that wait for a phone, and whose. */
    phones: () => waiting().select(['id', 'email']).limit(1000).execute(),

    /** The registration of an address whose password is still to be set, whichever browser began it. */
    async registrationOf(email: string, type: IdentityId['type']): Promise<Entry<'registration'> | undefined> {
      const rows = await live()
        .where('kind', '=', 'registration')
        .where(isAddress(email))
        .orderBy('created_at', 'desc')
        .execute()
      for (const row of rows) {
        const entry = fromRow(row)
        if (entry?.kind === 'registration' && entry.document.type === type) return entry
      }
      return undefined
    },

    /** What the phone has said: yes, and what that opened, or no. False when nobody waits for it any more. */
    async answered(id: string, answer: PhoneAnswer): Promise<boolean> {
      const { state } = answer
      const set =
        answer.state === 'APPROVED'
          ? { state, token_cipher: cipher.seal(answer.token, id), document: JSON.stringify({ access: answer.access }) }
          : { state }
      const done = await db
        .updateTable('gateway_entry')
        .set(set)
        .where('id', '=', id)
        .where('state', '=', 'WAITING')
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** Takes an entry for one attempt; false where another has it, or it is over. */
    async claim(id: string): Promise<boolean> {
      const done = await db
        .updateTable('gateway_entry')
        .set({ state: 'BUSY' })
        .where('id', '=', id)
        .where('state', '=', 'OPEN')
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** The attempt came to nothing. */
    async release(id: string): Promise<void> {
      await db.updateTable('gateway_entry').set({ state: 'OPEN' }).where('id', '=', id).execute()
    },

    /** The browser has nothing more to do with it; the entry stays for who proves the address (`registrationOf`). */
    async unbind(id: string): Promise<void> {
      await db
        .updateTable('gateway_entry')
        .set({ id_hash: hashOf(newCookieId()) })
        .where('id', '=', id)
        .execute()
    },

    /** Ends a registration in every browser that has it. */
    async endRegistration(email: string, userId: string): Promise<void> {
      const rows = await live().where('kind', '=', 'registration').where(isAddress(email)).execute()
      const ids = rows.flatMap((row) => {
        const entry = fromRow(row)
        return entry?.kind === 'registration' && entry.document.userId === userId ? entry.id : []
      })
      if (ids.length > 0) await db.deleteFrom('gateway_entry').where('id', 'in', ids).execute()
    },

    /** The first password of an address is set: nobody goes on with a registration of it any more. */
    async endRegistrations(email: string): Promise<void> {
      await db.deleteFrom('gateway_entry').where('kind', '=', 'registration').where(isAddress(email)).execute()
    },

    /** Ends what a person's former password has begun, in whichever browser; answers the tokens of it. */
    async endOf(email: string, but = ''): Promise<string[]> {
      const rows = await db
        .deleteFrom('gateway_entry')
        .where(isAddress(email))
        .where('kind', '!=', 'registration')
        .where('id', '!=', but)
        .returning(['id', 'token_cipher'])
        .execute()
      return rows.flatMap(({ id, token_cipher }) => (token_cipher && cipher.open(token_cipher, id)) || [])
    },

    /** True for whoever takes it: an entry ends once. */
    async end(id: string): Promise<boolean> {
      const done = await db.deleteFrom('gateway_entry').where('id', '=', id).executeTakeFirst()
      return done.numDeletedRows > 0n
    },

    async prune(): Promise<void> {
      await db.deleteFrom('gateway_entry').where('expires_at', '<=', clock.now()).execute()
    },
  }
}
