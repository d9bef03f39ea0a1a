import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { createContext, use } from 'react'
import type { ConsolePerson, ConsoleRole } from '#contract/console/roles'
import { userGetById } from '#contract/users'
import { useAccess } from '@/api/access'
import { sessionQueries } from '@/api/queries/session'
import { GatedButton } from '@/components/form/gated-button'
import { whyNotAssign } from '../permissions'
import { t } from '../text'

type Actions = { roles: readonly ConsoleRole[]; onChange: (person: ConsolePerson) => void }

const Context = createContext<Actions>({ roles: [], onChange: () => {} })
/** What the cells of the list of people need of the page around it: columns are declared once, outside of any page. */
export const PeopleActions = Context.Provider

/** Gives a person another role; off with the reason for the root user, for oneself, and for who reaches further. */
export function ChangeRole({ person }: { person: ConsolePerson }) {
  const { roles, onChange } = use(Context)
  const access = useAccess()
  const { data: session } = useQuery(sessionQueries.current())
  const reason = session ? whyNotAssign(access, session.person.credentials, person, roles) : undefined
  return (
    <GatedButton
      size="sm"
      reason={reason}
      aria-label={t('changeOf', { name: person.name })}
      onClick={() => onChange(person)}
    >
      {t('change')}
    </GatedButton>
  )
}

/** Leads to the person's page; the root user has none of this kind. */
export function PersonName({ person: { name, credentials } }: { person: ConsolePerson }) {
  const { may } = useAccess()
  if (credentials.type !== 'USER' || !may(userGetById.permission)) return <span className="font-medium">{name}</span>
  return (
    <Link
      to="/users/$userId"
      params={{ userId: credentials.id }}
      className="font-medium underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
    >
      {name}
    </Link>
  )
}

/** Marks the line of the person who is reading. */
export function You({ person }: { person: ConsolePerson }) {
  const { data: session } = useQuery(sessionQueries.current())
  if (session?.person.credentials.id !== person.credentials.id) return null
  return <span className="ml-2 font-normal text-ink-soft text-small">{t('you')}</span>
}
