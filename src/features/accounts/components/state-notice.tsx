import type { ManagedAccount } from '#contract/managed-accounts'
import { Notice } from '@/components/feedback/notice'
import { t } from '../text'

/** Why an account cannot be used, what follows from it, and who can change that. */
export function StateNotice({ account: { id, state } }: { account: ManagedAccount }) {
  switch (state.state) {
    case 'ACTIVE':
      return null
    case 'BLOCKED':
      return (
        <Notice tone="wait" title={t('blockedTitle')} className="mb-8">
          {state.blockedReason === 'USER'
            ? t('blockedByUser')
            : state.blockedReason === 'SYSTEM'
              ? t('blockedBySystem', { id })
              : t('blockedOther')}
        </Notice>
      )
    case 'DESTROYED':
      return (
        <Notice tone="info" title={t('destroyedTitle')} className="mb-8">
          {t('destroyedText')}
        </Notice>
      )
    case 'NOT_ENABLED':
      return (
        <Notice tone="wait" title={t('notEnabledTitle')} className="mb-8">
          {t('notEnabledText')}
        </Notice>
      )
    default:
      return state.state satisfies never
  }
}
