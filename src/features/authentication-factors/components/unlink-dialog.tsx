import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { unlinkSentences } from '../messages'
import { useUnlink } from '../mutations'
import { t } from '../text'

type Props = { channel: 'AUTHY' | 'BIOMETRIC'; onClose: () => void }

/** Asks once more before an app or a phone no longer speaks for the person. */
export function UnlinkDialog({ channel, onClose }: Props) {
  const unlink = useUnlink()
  const confirm = () => {
    if (unlink.isPending) return
    unlink.mutate(channel, {
      onSuccess: () => {
        toast.success(t(`unlink.done.${channel}`))
        onClose()
      },
    })
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`unlink.${channel}.title`)}
      text={t(`unlink.${channel}.text`)}
      confirmLabel={t(`unlink.${channel}`)}
      cancelLabel={t('unlink.keep')}
      danger
      busy={unlink.isPending}
      onConfirm={confirm}
    >
      {unlink.error && (
        <FormFailure error={unlink.error} rest={[]} sentences={unlinkSentences()} onCheckAgain={confirm} />
      )}
    </AlertDialog>
  )
}
