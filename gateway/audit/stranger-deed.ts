import type { Endpoint } from '../../contract/endpoint'
import type { Audit, Deed } from './audit'

/** Whom somebody who is not signed in speaks of: by the address they typed, or by the id in the link they were sent. */
export type Meant = { email?: string | undefined; userId?: string | undefined }

/**
 * What somebody who is not signed in is about to do, as the record has it. The address that was typed is kept as a keyed
 * hash. Where one person signs in with it, the line belongs to the record of their identity, and says whom it was meant for;
 * nobody has proved to be that person.
 */
export async function strangerDeed(
  audit: Audit,
  { id: operation, section }: Endpoint,
  address: string,
  { email, userId }: Meant,
): Promise<Deed> {
  const deed = { operation, section, address, ...(userId !== undefined && { resource: userId }) }
  if (email === undefined) return deed
  const addressHash = audit.people.hashOf(email)
  const [known, another] = await audit.people.withAddress(email)
  if (!known || another) return { ...deed, change: { addressHash } }
  return { ...deed, identity: known.identity, resource: known.person_id, change: { addressHash, meantFor: known.name } }
}
