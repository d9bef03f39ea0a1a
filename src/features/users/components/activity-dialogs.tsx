import type { User } from '#contract/users'
import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { activitySentences } from '../messages'
import { useActivateUser, useDeactivateUser } from '../mutations'
import { fullName } from '../say'
import { t } from '../text'

type Props = { user: User; onClose: () => void }

/** Says what happens to the person at that moment, wherever they are. */
export function DeactivateDialog({ user, onClose }: Props) {
  const name = fullName(user)
  return (
    <Confirmation
      user={user}
      onClose={onClose}
      mutation={useDeactivateUser()}
      title={t('deactivateTitle', { name })}
      text={t('deactivateText', { name: user.name })}
      confirmLabel={t('deactivate')}
      doneText={t('deactivated', { name })}
      danger
    />
  )
}

export function ActivateDialog({ user, onClose }: Props) {
  const name = fullName(user)
  return (
    <Confirmation
      user={user}
      onClose={onClose}
      mutation={useActivateUser()}
      title={t('activateTitle', { name })}
      text={t('activateText', { name: user.name })}
      confirmLabel={t('activate')}
      doneText={t('activated', { name })}
    />
  )
}

type ConfirmationProps = Props & {
  mutation: ReturnType<typeof useActivateUser>
  title: string
  text: string
  confirmLabel: string
  doneText: string
  danger?: boolean
}

function Confirmation({ user, onClose, mutation, doneText, ...words }: ConfirmationProps) {
  const confirm = () => {
    // A second press may come before the button has been drawn busy.
    if (mutation.isPending) return
    const onSuccess = () => {
      toast.success(doneText)
      onClose()
    }
    mutation.mutate(user.id, { onSuccess })
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      {...words}
      busy={mutation.isPending}
      onConfirm={confirm}
    >
      {mutation.error && (
        <FormFailure error={mutation.error} rest={[]} sentences={activitySentences()} onCheckAgain={confirm} />
      )}
    </AlertDialog>
  )
}
