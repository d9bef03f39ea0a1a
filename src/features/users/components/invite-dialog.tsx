import { useState } from 'react'
import type { User } from '#contract/users'
import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { inviteSentences } from '../messages'
import { useInviteUser } from '../mutations'
import { fullName } from '../say'
import { t } from '../text'

type Props = { user: User; again: boolean; onClose: () => void }

/** Mounted while open, so that each opening is a request of its own with one reference for all its attempts. */
export function InviteDialog({ user, again, onClose }: Props) {
  const { id, name, email } = user
  const invite = useInviteUser()
  const [idempotencyRef] = useState(() => crypto.randomUUID())
  const send = () => {
    // A second press may come before the button has been drawn busy.
    if (invite.isPending) return
    const onSuccess = () => {
      toast.success(t('invited', { email }))
      onClose()
    }
    invite.mutate({ params: { user_id: id }, idempotencyRef }, { onSuccess })
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('inviteTitle', { name: fullName(user) })}
      text={again ? t('inviteAgainText', { email }) : t('inviteText', { email, name })}
      confirmLabel={again ? t('inviteAgain') : t('invite')}
      busy={invite.isPending}
      onConfirm={send}
    >
      {invite.error && <FormFailure error={invite.error} rest={[]} sentences={inviteSentences()} onCheckAgain={send} />}
    </AlertDialog>
  )
}
