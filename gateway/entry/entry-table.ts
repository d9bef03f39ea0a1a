import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import * as z from 'zod'
import { UserIdentity } from '../../contract/access'
import { Id, IdentityId, IdentityType } from '../../contract/common'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { GatewayEntryTable } from '../../storage/schema/entries'
import { hashOf, newCookieId } from '../session/cookie'
import type { TokenCipher } from '../session/token-cipher'

const MINUTE = 60_000
/**
 * As long as what the entry holds is good: tokens five minutes, a phone's challenge likewise, and a registration the hour
 * after which its address is anybody's again.
 */
const LIFE_MS = { choice: 5 * MINUTE, 'password-expired': 5 * MINUTE, phone: 5 * MINUTE, registration: 60 * MINUTE }

const documents = {
  choice: z.object({ identities: z.array(UserIdentity) }),
  'password-expired': z.object({}),
  /** Which identity the phone has signed in to. */
  phone: z.object({ identity: IdentityId.optional() }),
  registration: z.object({ userId: Id, type: IdentityType, identityId: Id }),
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
    expiresAt: number
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

export type EntryTable = ReturnType<typeof createEntryTable>

/** The rows of `gateway_entry`: ways in that have not ended, of all gateways of the database. */
export function createEntryTable(store: Store, clock: Clock, cipher: TokenCipher) {
  const { db } = store

  function fromRow(row: Selectable<GatewayEntryTable>): Entry | undefined {
    const token = row.token_cipher === null ? undefined : cipher.open(row.token_cipher, row.id)
    const parsed = documents[row.kind].safeParse(JSON.parse(row.document))
    if (!parsed.success) return undefined
    const { id, kind, email, state, expires_at: expiresAt } = row
    // Audited: the document was read by the schema of this kind.
    return { id, kind, email, state, document: parsed.data, token, expiresAt } as Entry
  }

  const live = () => db.selectFrom('gateway_entry').selectAll().where('expires_at', '>', clock.now())

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
      const entry = { id, kind, email, state: row.state, document, token, expiresAt: row.expires_at } as Entry<K>
      return { entry, cookieId }
    },

    /** The entry of a cookie, unless it is over. */
    async byCookie(cookieId: string): Promise<Entry | undefined> {
      const row = await live().where('id_hash', '=', hashOf(cookieId)).executeTakeFirst()
      return row && fromRow(row)
    },

    /** Who waits for a phone's answer to this challenge. */
    async byChallenge(challengeId: string): Promise<Entry | undefined> {
      const row = await live().where('challenge_id', '=', challengeId).executeTakeFirst()
      return row && fromRow(row)
    },

    /** The registration of an address whose password is still to be set, whichever browser began it. */
    async registrationOf(email: string, type: IdentityId['type']): Promise<Entry<'registration'> | undefined> {
      const rows = await live()
        .where('kind', '=', 'registration')
        .where('email', '=', email)
        .orderBy('created_at', 'desc')
        .execute()
      for (const row of rows) {
        const entry = fromRow(row)
        if (entry?.kind === 'registration' && entry.document.type === type) return entry
      }
      return undefined
    },

    /** What the phone has said: its one-time token, or a no. False when nobody waits for it any more. */
    async answered(
      id: string,
      answer: { state: 'APPROVED'; token: string; identity: IdentityId } | { state: 'DECLINED' | 'EXPIRED' },
    ): Promise<boolean> {
      const set =
        answer.state === 'APPROVED'
          ? {
              state: answer.state,
              token_cipher: cipher.seal(answer.token, id),
              document: JSON.stringify({ identity: answer.identity }),
            }
          : { state: answer.state }
      const done = await db
        .updateTable('gateway_entry')
        .set(set)
        .where('id', '=', id)
        .where('state', '=', 'WAITING')
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
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
