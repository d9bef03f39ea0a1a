import { Link } from '@tanstack/react-router'
import type { ConsolePerson } from '#contract/console/roles'
import type { Column } from '@/components/data-table/column'
import { StateBadge } from '@/components/feedback/state-badge'
import { ChangeRole, PersonName, You } from './components/people-actions'
import { t } from './text'

export const peopleColumns: readonly Column<ConsolePerson>[] = [
  {
    id: 'person',
    header: t('person'),
    always: true,
    priority: 1,
    cell: (person) => (
      <span className="block min-w-0">
        <PersonName person={person} />
        <You person={person} />
        {!person.active && (
          <StateBadge tone="neutral" className="ml-3">
            {t('inactive')}
          </StateBadge>
        )}
        <span className="block break-all font-normal text-ink-soft text-small">{person.email}</span>
      </span>
    ),
  },
  {
    id: 'role',
    header: t('role'),
    always: true,
    priority: 2,
    cell: ({ role, assigned, credentials }) => (
      <>
        <Link
          to="/roles/$roleId"
          params={{ roleId: role.id }}
          className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          {role.name}
        </Link>
        {!assigned && credentials.type !== 'ROOT' && (
          <span className="ml-2 text-ink-soft text-small">{t('notGiven')}</span>
        )}
      </>
    ),
  },
  { id: 'change', header: t('change'), always: true, priority: 2, cell: (person) => <ChangeRole person={person} /> },
]
