import type { AuditFilters } from '#contract/console/audit'
import type { AuditListQuery } from '@/api/queries/audit'
import { addDay, startOfDay } from '@/lib/days'
import type { AuditSearch } from './search'

export const auditPageSize = 50

/** Days are whole days of the person's zone. */
export function toAuditFilters({ before: _b, after: _a, from, to, ...same }: AuditSearch, zone: string): AuditFilters {
  return {
    ...same,
    ...(from && { from: startOfDay(from, zone) }),
    ...(to && { to: startOfDay(addDay(to), zone) - 1 }),
  }
}

/** The page of the list that the address means. */
export function toAuditQuery(search: AuditSearch, zone: string): AuditListQuery {
  const { before, after } = search
  return {
    ...toAuditFilters(search, zone),
    limit: auditPageSize,
    ...(before ? { before } : after !== undefined && { after }),
  }
}
