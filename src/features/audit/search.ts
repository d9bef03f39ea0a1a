import type { AuditLine } from '#contract/console/audit'
import { choiceParam, dayParam, idParam, indexParam, type SearchOf, searchParams, textParam } from '@/lib/search-params'
import { auditSections } from './sections'

export const auditOutcomes = ['DONE', 'REFUSED', 'FAILED', 'UNKNOWN'] as const satisfies readonly AuditLine['outcome'][]

export const auditSearch = searchParams({
  text: textParam,
  person: idParam,
  section: choiceParam(auditSections),
  outcome: choiceParam(auditOutcomes),
  from: dayParam,
  to: dayParam,
  operation: textParam,
  resource: textParam,
  proposal: textParam,
  before: indexParam,
  after: indexParam,
})
export type AuditSearch = SearchOf<typeof auditSearch>
