import type { Store } from '../../storage/open'
import type { EventFacts, Person, Subject } from './read-event'

/** So many are remembered without asking the database; the oldest go first. */
const REMEMBERED = 20_000

/** Things that many events are about. A payment is of whoever owns its account, and need not be remembered itself. */
const lasting = new Set(['managed_accounts', 'managed_cards', 'linked_accounts', 'bulks', 'beneficiary_batches'])
const isLasting = ({ kind }: Subject) => lasting.has(kind)

export type OwnerTable = ReturnType<typeof createOwnerTable>

/**
 * Knows whose things are. Many events name an account, a card or a bulk and no identity; whose it is has been seen before:
 * in another event, or in an answer of the Multi API to somebody of that identity.
 */
export function createOwnerTable({ db }: Store) {
  const remembered = new Map<string, string>()
  const keyOf = ({ kind, id }: Subject) => `${kind} ${id}`

  function remember(subject: Subject, identityId: string): void {
    remembered.set(keyOf(subject), identityId)
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED) break
      remembered.delete(oldest)
    }
  }

  /** Whose each of them is, as far as is known; asks the database about what is not remembered. */
  async function ownersOf(things: readonly Subject[]): Promise<string[]> {
    const unseen = things.filter((one) => !remembered.has(keyOf(one)))
    if (unseen.length > 0) {
      const rows = await db
        .selectFrom('gateway_owner')
        .selectAll()
        .where((eb) => eb.or(unseen.map(({ kind, id }) => eb.and([eb('kind', '=', kind), eb('subject_id', '=', id)]))))
        .execute()
      for (const row of rows) remember({ kind: row.kind, id: row.subject_id }, row.identity_id)
    }
    return things.flatMap((one) => remembered.get(keyOf(one)) ?? [])
  }

  /** By who is signed in at the moment. Whoever is so in several identities is taken for none. */
  async function ofPerson({ by, value, type }: Person): Promise<string | undefined> {
    const rows = await db
      .selectFrom('gateway_session')
      .select('identity_id')
      .distinct()
      .where(by === 'id' ? 'credential_id' : 'person_email', '=', value)
      // The root user's address may be another company's user's.
      .$if(by === 'email', (q) => q.where('credential_type', '=', type ?? 'USER'))
      .execute()
    return only(rows.map((row) => row.identity_id))
  }

  return {
    /** Whose event it is, as far as anybody knows. */
    async of({ owner, subjects, person }: EventFacts): Promise<string | undefined> {
      if (owner !== undefined) return owner
      return only(await ownersOf(subjects.filter(isLasting))) ?? (person && (await ofPerson(person)))
    },

    /** Notes whose things are; answers those that were news. Whose a thing was first, it stays. */
    async learn(identityId: string, subjects: readonly Subject[]): Promise<readonly Subject[]> {
      const unseen = subjects.filter((one) => isLasting(one) && !remembered.has(keyOf(one)))
      if (unseen.length === 0) return []
      const rows = await db
        .insertInto('gateway_owner')
        .values(unseen.map(({ kind, id }) => ({ kind, subject_id: id, identity_id: identityId })))
        .onConflict((oc) => oc.columns(['kind', 'subject_id']).doNothing())
        .returning(['kind', 'subject_id'])
        .execute()
      const news = rows.map((row) => ({ kind: row.kind, id: row.subject_id }))
      for (const one of news) remember(one, identityId)
      // The others are in the database already, perhaps as somebody else's.
      await ownersOf(unseen)
      return news
    },

    /** Another world has other owners. */
    forget: () => remembered.clear(),
  }
}

function only(ids: readonly string[]): string | undefined {
  return new Set(ids).size === 1 ? ids[0] : undefined
}
