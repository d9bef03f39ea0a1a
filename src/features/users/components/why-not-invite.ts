import type { User } from '#contract/users'
import { useWhyNotManage } from '../permissions'
import { t } from '../text'
import { useStanding } from './user-standing'

/** Why somebody cannot be invited: shut out, here already, or more powerful than whoever asks. */
export function useWhyNotInvite(): (user: User) => string | undefined {
  const whyNotManage = useWhyNotManage()
  const { standing } = useStanding()
  return (user) => {
    const lacking = whyNotManage(user)
    if (lacking) return lacking
    const state = standing(user)?.state
    if (state === 'DEACTIVATED') return t('whyDeactivated', { name: user.name })
    return state === 'ACCEPTED' ? t('whyAccepted', { name: user.name }) : undefined
  }
}
