import type { Store } from '../../storage/open'
import type { EventFacts, Person, Subject } from './read-event'

/** So many are remembered without asking the database; the oldest go first. */
const REMEMBERED = 20_000

export type OwnerTable = ReturnType<typeof createOwnerTable>

/**
 * Knows whose things are. Many events name an account, a card or a bulk and no identity; whose it is has been seen before:
 * in another event, or in an answer of the Multi API to somebody of that identity.
 */
export function createOwnerTable({ db }: Store) {
  const remembered = new Set<string>()

  async function ofSubjects(subjects: readonly Subject[]): Promise<string | undefined> {
    if (subjects.length === 0) return undefined
    const rows = await db
      .selectFrom('gateway_owner')
      .select('identity_id')
      .distinct()
      .where((eb) => eb.or(subjects.map(({ kind, id }) => eb.and([eb('kind', '=', kind), eb('subject_id', '=', id)]))))
      .execute()
    return only(rows)
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
    return only(rows)
  }

  return {
    /** Whose event it is, as far as anybody knows. */
    async of({ owner, subjects, person }: EventFacts): Promise<string | undefined> {
      return owner ?? (await ofSubjects(subjects)) ?? (person && (await ofPerson(person)))
    },

    /** Notes whose things are; answers those that were news. */
    async learn(identityId: string, subjects: readonly Subject[]): Promise<readonly Subject[]> {
      const keyOf = ({ kind, id }: Subject) => `${identityId} ${kind} ${id}`
      const unseen = subjects.filter((one) => !remembered.has(keyOf(one)))
      if (unseen.length === 0) return []
      const rows = await db
        .insertInto('gateway_owner')
        .values(unseen.map(({ kind, id }) => ({ kind, subject_id: id, identity_id: identityId })))
        .onConflict((oc) => oc.columns(['kind', 'subject_id']).doNothing())
        .returning(['kind', 'subject_id'])
        .execute()
      for (const one of unseen) remembered.add(keyOf(one))
      for (const key of remembered) {
        if (remembered.size <= REMEMBERED) break
        remembered.delete(key)
      }
      return rows.map((row) => ({ kind: row.kind, id: row.subject_id }))
    },

    /** Another world has other owners. */
    forget: () => remembered.clear(),
  }
}

function only(rows: readonly { identity_id: string }[]): string | undefined {
  return rows.length === 1 ? rows[0]?.identity_id : undefined
}
