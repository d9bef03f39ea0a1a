import type { User } from '#contract/users'
import type { Column } from '@/components/data-table/column'
import { Checkbox } from '@/components/ui/checkbox'
import { RoleName, You } from './components/role-name'
import { UserStanding } from './components/user-standing'
import { fullName, phoneText } from './say'
import { t } from './text'

const person: Column<User> = {
  id: 'person',
  header: t('person'),
  always: true,
  priority: 1,
  cell: (user) => (
    <span className="block min-w-0">
      <span className="font-medium">{fullName(user)}</span>
      <You user={user} />
      <span className="block break-all font-normal text-ink-soft text-small">{user.email}</span>
    </span>
  ),
}
const role: Column<User> = {
  id: 'role',
  header: t('role'),
  priority: 2,
  cell: ({ id }) => <RoleName userId={id} />,
}
const others: readonly Column<User>[] = [
  { id: 'state', header: t('state'), always: true, priority: 2, cell: (user) => <UserStanding user={user} /> },
  {
    id: 'mobile',
    header: t('mobile'),
    priority: 3,
    cell: ({ mobile }) => mobile && <span className="figures whitespace-nowrap">{phoneText(mobile)}</span>,
  },
  { id: 'tag', header: t('tag'), priority: 3, cell: ({ tag }) => tag && <span className="text-ink-soft">{tag}</span> },
]

/** Who may not see roles has no column of them. */
export const userColumns = (roles: boolean): readonly Column<User>[] => [person, ...(roles ? [role] : []), ...others]

type Choice = {
  chosen: ReadonlyMap<string, User>
  toggle: (user: User) => void
  /** Why somebody cannot be invited. */
  whyNot: (user: User) => string | undefined
}

/** A box in each row, above the row's own link; off for who cannot be invited. */
export const choiceColumn = ({ chosen, toggle, whyNot }: Choice): Column<User> => ({
  id: 'choose',
  header: t('choose'),
  always: true,
  priority: 2,
  cell: (user) => {
    const reason = whyNot(user)
    return (
      <span className="relative z-10 inline-block" title={reason}>
        <Checkbox
          checked={chosen.has(user.id)}
          aria-disabled={reason !== undefined || undefined}
          onChange={() => reason === undefined && toggle(user)}
          label={
            <span className="sr-only">
              {t('chooseOne', { name: fullName(user) })}
              {reason && `. ${reason}`}
            </span>
          }
        />
      </span>
    )
  },
})
