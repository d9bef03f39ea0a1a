import type { ApprovalRule } from '#contract/console/approval-rules'
import type { Column } from '@/components/data-table/column'
import { formatDateTime } from '@/lib/dates'
import { r } from './rule-text'
import { sayRule } from './say-rule'

export const ruleColumns: readonly Column<ApprovalRule>[] = [
  {
    id: 'name',
    header: r('name'),
    always: true,
    priority: 1,
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  { id: 'holds', header: r('holds'), always: true, priority: 2, cell: sayRule },
  {
    id: 'changed',
    header: r('changed'),
    priority: 3,
    cell: ({ changedAt, changedBy }) => r('changedBy', { when: formatDateTime(changedAt), who: changedBy }),
  },
]
