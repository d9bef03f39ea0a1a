import type * as z from 'zod'
import { Corporate, KyiStatus } from '../../../contract/corporates'

/** What a corporate has beside its columns, kept as JSON. */
export const CorporateDocument = Corporate.omit({ id: true, rootUser: true, creationTimestamp: true }).extend({
  ongoingKybStatus: KyiStatus,
})
export type CorporateDocument = z.infer<typeof CorporateDocument>
