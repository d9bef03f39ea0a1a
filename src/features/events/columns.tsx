import type { ConsoleEvent } from '#contract/console/events'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { StateBadge } from '@/components/feedback/state-badge'
import { EventState } from './components/event-state'
import { kindText, subjectText, t } from './text'

export const eventColumns: readonly Column<ConsoleEvent>[] = [
  {
    id: 'event',
    header: t('event'),
    always: true,
    priority: 1,
    cell: ({ webhook }) => <span className="font-medium">{kindText(webhook)}</span>,
  },
  { id: 'state', header: t('state'), priority: 1, cell: ({ state }) => <EventState state={state} /> },
  {
    id: 'about',
    header: t('about'),
    priority: 2,
    cell: ({ resource }) =>
      resource && (
        <span>
          {subjectText(resource.kind)} <span className="whitespace-nowrap font-mono text-small">{resource.id}</span>
        </span>
      ),
  },
  { id: 'received', header: t('received'), priority: 2, cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
  { id: 'proof', header: t('proof'), priority: 3, cell: ({ proof }) => t(proof) },
  {
    id: 'form',
    header: t('form'),
    priority: 3,
    cell: ({ form }) => (form === 'UNREADABLE' ? <StateBadge tone="bad">{t(form)}</StateBadge> : t(form)),
  },
]
