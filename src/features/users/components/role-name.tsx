import type { User } from '#contract/users'
import { useIsMe, useRoles } from '../permissions'
import { t } from '../text'

/** The name of a user's role in the console. */
export function RoleName({ userId }: { userId: string }) {
  const person = useRoles().personOf(userId)
  return person?.role.name
}

/** Marks the line of the person who is reading. */
export function You({ user }: { user: User }) {
  const isMe = useIsMe()
  if (!isMe(user)) return null
  return <span className="ml-2 font-normal text-ink-soft text-small">{t('you')}</span>
}
