import type * as z from 'zod'
import { Corporate } from '../../../contract/corporates'
import type { IdentityRow } from './credentials'

/** What a corporate has beside its columns and its root user, kept as JSON. */
export const CorporateDocument = Corporate.omit({ id: true, rootUser: true, creationTimestamp: true })
export type CorporateDocument = z.infer<typeof CorporateDocument>

export const corporateDocument = ({ document }: Pick<IdentityRow, 'document'>): CorporateDocument =>
  CorporateDocument.parse(JSON.parse(document))
