import { queryOptions } from '@tanstack/react-query'
import {
  type AuditFilters,
  auditExport,
  auditLineGet,
  auditLinesGet,
  auditPeopleGet,
  auditVerify,
} from '#contract/console/audit'
import type { Args } from '#contract/endpoint'
import { encodeQuery } from '#contract/wire'
import { callConsole } from '@/api/client'

export type AuditListQuery = NonNullable<Args<typeof auditLinesGet>['query']>

/** A walk over the whole record costs the gateway some work, and what it proved stays proved. */
const VERIFIED_FOR_MS = 5 * 60_000

const NEWEST_EVERY_MS = 15_000

/** Reads of the audit record. */
export const auditQueries = {
  all: () => ['audit'] as const,
  list: (query: AuditListQuery) =>
    queryOptions({
      queryKey: [...auditQueries.all(), 'list', query],
      queryFn: ({ signal }) => callConsole(auditLinesGet, { query }, signal),
      // The newest page goes on by itself; live events tell of what succeeded only, and before its line is written.
      refetchInterval: query.before === undefined && query.after === undefined ? NEWEST_EVERY_MS : false,
    }),
  line: (id: string) =>
    queryOptions({
      queryKey: [...auditQueries.all(), 'line', id],
      queryFn: ({ signal }) => callConsole(auditLineGet, { params: { id } }, signal),
    }),
  people: () =>
    queryOptions({
      queryKey: [...auditQueries.all(), 'people'],
      queryFn: ({ signal }) => callConsole(auditPeopleGet, {}, signal),
    }),
  /** Not below `audit`: a line more does not make a new walk necessary. */
  verification: () =>
    queryOptions({
      queryKey: ['audit-verification'],
      queryFn: ({ signal }) => callConsole(auditVerify, {}, signal),
      staleTime: VERIFIED_FOR_MS,
    }),
}

/** Where the filtered lines are as a file: the browser takes them down by itself, as they come. */
export const auditExportUrl = (filters: AuditFilters, format: 'csv' | 'json'): string =>
  `/api/console${auditExport.path}?${encodeQuery(auditExport, { ...filters, format })}`
