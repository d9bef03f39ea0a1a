import type { AuditLine } from '#contract/console/audit'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { OutcomeBadge } from './components/outcome-badge'
import { PersonName } from './components/person-name'
import { sectionLabel } from './section-words'
import { t } from './text'

export const auditColumns: readonly Column<AuditLine>[] = [
  {
    id: 'what',
    header: t('what'),
    always: true,
    priority: 1,
    cell: ({ title }) => <span className="font-medium">{title}</span>,
  },
  {
    id: 'outcome',
    header: t('outcome'),
    priority: 1,
    cell: (line) => <OutcomeBadge outcome={line.outcome} status={line.status} />,
  },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    priority: 1,
    cell: ({ amounts }) =>
      amounts.map((value) => (
        <span key={value.currency} className="block">
          <Money value={value} />
        </span>
      )),
  },
  { id: 'who', header: t('who'), always: true, priority: 2, cell: (line) => <PersonName line={line} /> },
  { id: 'when', header: t('when'), always: true, priority: 2, cell: ({ at }) => <Instant at={at} /> },
  { id: 'section', header: t('section'), priority: 3, cell: ({ section }) => sectionLabel(section) },
]
