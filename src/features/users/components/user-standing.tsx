import { useQuery } from '@tanstack/react-query'
import { invitationsGet } from '#contract/console/invitations'
import type { User } from '#contract/users'
import { useAccess } from '@/api/access'
import { userQueries } from '@/api/queries/users'
import { gatewayNow } from '@/api/session-clock'
import { StateBadge } from '@/components/feedback/state-badge'
import type { StateTone } from '@/components/feedback/state-shape'
import { formatDate } from '@/lib/dates'
import { type Standing, standingOf } from '../standing'
import { t } from '../text'

/** How far each user is, with the invitations that this console knows; `undefined` until those were read. */
export function useStanding() {
  const { may } = useAccess()
  const invitations = useQuery({ ...userQueries.invitations(), enabled: may(invitationsGet.permission) })
  const known = invitations.data?.invitations
  const invitationOf = (id: string) => known?.find(({ userId }) => userId === id)
  const standing = (user: Pick<User, 'id' | 'active'>): Standing | undefined =>
    known || !user.active ? standingOf(user, invitationOf(user.id), gatewayNow()) : undefined
  return { standing, invitationOf, loaded: known !== undefined }
}

const tone: Record<Standing['state'], StateTone> = {
  DEACTIVATED: 'neutral',
  ACCEPTED: 'good',
  INVITED: 'wait',
  EXPIRED: 'bad',
  UNKNOWN: 'neutral',
}

/** A user's state in a few words, and below it what the words rest on. */
export function UserStanding({ user }: { user: User }) {
  const standing = useStanding().standing(user)
  if (!standing) return null
  const detail = detailOf(standing)
  return (
    <span className="block">
      <StateBadge tone={tone[standing.state]}>{wordOf(standing)}</StateBadge>
      {detail && <span className="block text-ink-soft text-small">{detail}</span>}
    </span>
  )
}

const wordOf = (standing: Standing): string =>
  standing.state === 'INVITED' ? t('INVITED', { day: formatDate(standing.until) }) : t(standing.state)

function detailOf(standing: Standing): string | undefined {
  switch (standing.state) {
    case 'ACCEPTED':
      return t('acceptedOn', { day: formatDate(standing.at) })
    case 'EXPIRED':
      return t('expiredOn', { day: formatDate(standing.since) })
    case 'UNKNOWN':
      return t('unknownText')
    case 'DEACTIVATED':
    case 'INVITED':
      return undefined
    default:
      return standing satisfies never
  }
}
