import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { withdrawSentences } from '../messages'
import { useWithdraw } from '../mutations'
import { t } from '../text'

/** Asks whoever proposed a payment before it is taken back. */
export function WithdrawDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const withdraw = useWithdraw()
  const confirm = () => !withdraw.isPending && withdraw.mutate(id, { onSuccess: onClose })
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      confirmLabel={t('withdraw')}
      cancelLabel={t('keep')}
      danger
      busy={withdraw.isPending}
      onConfirm={confirm}
    >
      {withdraw.error && (
        <FormFailure error={withdraw.error} rest={[]} sentences={withdrawSentences()} onCheckAgain={confirm} />
      )}
    </AlertDialog>
  )
}
