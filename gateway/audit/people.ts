import { type CredentialId, IdentityId } from '../../contract/common'
import type { Store } from '../../storage/open'
import type { Session } from '../session/session-table'
import { hashOfAddress } from './line'

/** Who of which identity signs in with which address. The address itself is not kept. */
export function createPeople({ db }: Store, key: Buffer) {
  const hashOf = (email: string) => hashOfAddress(key, email)
  return {
    hashOf,

    /** Remembers a person who has signed in. */
    async know({ identity, credentials, name, email }: Session): Promise<void> {
      const seen = { name, address_hash: hashOf(email) }
      await db
        .insertInto('gateway_audit_person')
        .values({
          identity_type: identity.type,
          identity_id: identity.id,
          person_type: credentials.type,
          person_id: credentials.id,
          ...seen,
        })
        .onConflict((oc) => oc.columns(['identity_id', 'person_type', 'person_id']).doUpdateSet(seen))
        .execute()
    },

    /** Whose address that is, in each identity where it has signed in. */
    async withAddress(email: string) {
      const rows = await db
        .selectFrom('gateway_audit_person')
        .selectAll()
        .where('address_hash', '=', hashOf(email))
        .limit(5)
        .execute()
      return rows.map((row) => ({
        ...row,
        identity: IdentityId.parse({ type: row.identity_type, id: row.identity_id }),
      }))
    },

    /** Under which addresses, as keyed hashes, these credentials have signed in. */
    async addressesOf({ type, id }: CredentialId): Promise<string[]> {
      const rows = await db
        .selectFrom('gateway_audit_person')
        .select('address_hash')
        .where('person_type', '=', type)
        .where('person_id', '=', id)
        .execute()
      return rows.map((row) => row.address_hash)
    },

    of: (identityId: string) =>
      db
        .selectFrom('gateway_audit_person')
        .select(['person_type', 'person_id', 'name'])
        .where('identity_id', '=', identityId)
        .orderBy('name')
        .limit(500)
        .execute(),
  }
}
