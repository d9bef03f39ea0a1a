import { OWNER, UNASSIGNED } from '#contract/console/ready-roles'
import type { ConsoleRole } from '#contract/console/roles'
import type { Column } from '@/components/data-table/column'
import { aboutRole } from './about-role'
import { reachText } from './reach'
import { t } from './text'

export const roleColumns: readonly Column<ConsoleRole>[] = [
  {
    id: 'name',
    header: t('name'),
    always: true,
    priority: 1,
    cell: (role) => (
      <span className="block min-w-0">
        <span className="font-medium">{role.name}</span>
        <span className="block max-w-prose font-normal text-ink-soft text-small">{aboutRole(role)}</span>
      </span>
    ),
  },
  {
    id: 'kind',
    header: t('kind'),
    priority: 2,
    cell: ({ ready }) => <span className="text-ink-soft">{t(ready ? 'ready' : 'custom')}</span>,
  },
  { id: 'held', header: t('held'), priority: 2, cell: heldText },
  { id: 'reach', header: t('reach'), priority: 3, cell: reachText },
  {
    id: 'limits',
    header: t('limits'),
    priority: 3,
    cell: ({ limits }) => (limits.length === 0 ? t('noLimits') : t('limitCount', { count: limits.length })),
  },
]

/** How many have the role. Two are had without being given: the root user's, and that of whoever was given none. */
export function heldText({ id, assigned }: ConsoleRole): string {
  if (id === OWNER) return t('heldOwner')
  return id === UNASSIGNED ? t('heldOthers', { count: assigned }) : t('heldCount', { count: assigned })
}
