import type * as z from 'zod'
import { Consumer, ConsumerRootUser } from '../../../contract/consumers'
import type { IdentityRow } from '../identities/credentials'

/** What a consumer has beside columns and login, kept as JSON: the person and the identity are one. */
export const ConsumerDocument = Consumer.omit({ id: true, rootUser: true, creationTimestamp: true }).extend({
  person: ConsumerRootUser.pick({ occupation: true, address: true, nationality: true, placeOfBirth: true }),
})
export type ConsumerDocument = z.infer<typeof ConsumerDocument>

export const consumerDocument = ({ document }: Pick<IdentityRow, 'document'>): ConsumerDocument =>
  ConsumerDocument.parse(JSON.parse(document))
