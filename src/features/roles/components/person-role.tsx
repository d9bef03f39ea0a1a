import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { consolePeopleGet } from '#contract/console/roles'
import { useAccess } from '@/api/access'
import { roleQueries } from '@/api/queries/roles'
import { sessionQueries } from '@/api/queries/session'
import { GatedButton } from '@/components/form/gated-button'
import { whyNotAssign } from '../permissions'
import { t } from '../text'
import { AssignDialog } from './assign-dialog'

/** The role of one user and the way to give them another, for wherever that user is looked at. */
export function PersonRole({ userId }: { userId: string }) {
  const access = useAccess()
  const unseen = access.whyNot(consolePeopleGet.permission)
  const enabled = unseen === undefined
  const { data: people } = useQuery({ ...roleQueries.people(), enabled })
  const { data: known } = useQuery({ ...roleQueries.list(), enabled })
  const { data: session } = useQuery(sessionQueries.current())
  const [changing, setChanging] = useState(false)
  if (unseen) return <span className="text-ink-soft">{unseen}</span>
  const person = people?.people.find(({ credentials }) => credentials.type === 'USER' && credentials.id === userId)
  if (!person || !known || !session) return <span aria-hidden>&nbsp;</span>
  const { role, assigned, name } = person
  return (
    <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <span>
        <Link
          to="/roles/$roleId"
          params={{ roleId: role.id }}
          className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          {role.name}
        </Link>
        {!assigned && <span className="ml-2 text-ink-soft text-small">{t('notGiven')}</span>}
      </span>
      <GatedButton
        size="sm"
        reason={whyNotAssign(access, session.person.credentials, person, known.roles)}
        aria-label={t('changeOf', { name })}
        onClick={() => setChanging(true)}
      >
        {t('change')}
      </GatedButton>
      {changing && <AssignDialog person={person} roles={known.roles} onClose={() => setChanging(false)} />}
    </span>
  )
}
