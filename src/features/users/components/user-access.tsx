import type { ReactNode } from 'react'
import type { User } from '#contract/users'
import { gatewayNow } from '@/api/session-clock'
import { Instant } from '@/components/feedback/instant'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { t } from '../text'
import { useStanding } from './user-standing'

/** What a person may do here, and what is known of their invitation. */
export function UserAccess({ user, role }: { user: User; role: ReactNode }) {
  return (
    <Section title={t('access')}>
      <Definitions items={[{ term: t('role'), description: role }, ...useInvitation(user)]} />
    </Section>
  )
}

function useInvitation({ id }: User): Definition[] {
  const { invitationOf, loaded } = useStanding()
  if (!loaded) return []
  const invitation = invitationOf(id)
  if (!invitation) {
    return [{ term: t('sent'), description: <span className="text-ink-soft">{t('noInvitation')}</span> }]
  }
  const { sentAt, expiresAt, acceptedAt } = invitation
  const sent: Definition = { term: t('sent'), description: <Instant at={sentAt} /> }
  if (acceptedAt !== undefined) return [sent, { term: t('accepted'), description: <Instant at={acceptedAt} /> }]
  const over = expiresAt <= gatewayNow()
  return [sent, { term: over ? t('wasGoodUntil') : t('goodUntil'), description: <Instant at={expiresAt} /> }]
}
