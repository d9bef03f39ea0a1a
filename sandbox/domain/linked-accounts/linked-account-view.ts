import { AccountReference, type LinkedAccount } from '../../../contract/linked-accounts'
import type { LinkedAccountRow } from './find-linked-account'

/** A linked account as the API answers it; `ownerType` is the kind of identity that holds it. */
export function linkedAccountView(row: LinkedAccountRow, ownerType: 'CORPORATE' | 'CONSUMER'): LinkedAccount {
  return {
    id: row.id,
    profileId: row.profile_id,
    ...(row.tag !== null && { tag: row.tag }),
    ...(row.friendly_name !== null && { friendlyName: row.friendly_name }),
    name: row.name,
    type: row.type,
    currency: row.currency,
    country: row.country,
    accountReference: AccountReference.parse(JSON.parse(row.reference)),
    state: row.state,
    creationTimestamp: row.created_at,
    owner: { type: ownerType === 'CORPORATE' ? 'corporates' : 'consumers', id: row.identity_id },
  }
}
