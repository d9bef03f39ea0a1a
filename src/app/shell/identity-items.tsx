import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#contract/session'
import { userIdentityQueries } from '@/api/queries/user-identities'
import {
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu'
import { t } from './text'

export type Other = { id: SessionView['identity']['id']; name: string }

type Props = { session: SessionView; onChoose: (identity: Other) => void }

const keyOf = ({ type, id }: Other['id']) => `${type} ${id}`

/** The companies that the person may go on as, where there is more than one. */
export function IdentityItems({ session, onChoose }: Props) {
  const company = session.identity.id.type === 'CORPORATE'
  const { data = [] } = useQuery({ ...userIdentityQueries.mine(), enabled: company })
  if (!company || data.length < 2) return null
  const here = keyOf(session.identity.id)
  const choose = (key: string) => {
    const chosen = data.find(({ id }) => keyOf(id) === key)
    if (chosen && key !== here) onChoose(chosen)
  }
  return (
    <>
      <DropdownMenuLabel>{t('user.identities')}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={here} onValueChange={choose} aria-label={t('user.identities')}>
        {data.map(({ id, name }) => (
          <DropdownMenuRadioItem key={keyOf(id)} value={keyOf(id)} className="max-w-72">
            <span className="truncate">{name}</span>
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
    </>
  )
}
