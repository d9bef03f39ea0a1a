import { type ReactNode, useState } from 'react'
import type { User } from '#contract/users'
import { Notice } from '@/components/feedback/notice'
import { GatedButton } from '@/components/form/gated-button'
import { useWhyNotManage } from '../permissions'
import { t } from '../text'
import { ActivateDialog } from './activity-dialogs'
import { InviteDialog } from './invite-dialog'
import { useStanding } from './user-standing'

type Props = {
  user: User
  /** A moment ago, by whoever is reading. */
  added: boolean
}

/** What keeps a person from signing in, with the way out of it. */
export function UserNews({ user, added }: Props) {
  const { name } = user
  const state = useStanding().standing(user)?.state
  if (state === 'DEACTIVATED') {
    return (
      <News
        user={user}
        tone="info"
        title={t('deactivatedTitle', { name })}
        text={t('deactivatedText', { name })}
        label={t('activate')}
        dialog={(onClose) => <ActivateDialog user={user} onClose={onClose} />}
      />
    )
  }
  if (state === 'EXPIRED') {
    return (
      <News
        user={user}
        tone="wait"
        title={t('expiredTitle')}
        text={t('expiredText', { name })}
        label={t('inviteAgain')}
        dialog={(onClose) => <InviteDialog user={user} again onClose={onClose} />}
      />
    )
  }
  if (!added || state !== 'UNKNOWN') return null
  return (
    <Notice tone="info" className="mb-8" title={t('nextTitle', { name })}>
      {t('nextText', { name })}
    </Notice>
  )
}

type NewsProps = {
  user: User
  tone: 'info' | 'wait'
  title: string
  text: string
  label: string
  dialog: (onClose: () => void) => ReactNode
}

function News({ user, tone, title, text, label, dialog }: NewsProps) {
  const [open, setOpen] = useState(false)
  const reason = useWhyNotManage()(user)
  const action = (
    <GatedButton size="sm" reason={reason} onClick={() => setOpen(true)}>
      {label}
    </GatedButton>
  )
  return (
    <Notice tone={tone} className="mb-8" title={title} actions={action}>
      {text}
      {open && dialog(() => setOpen(false))}
    </Notice>
  )
}
