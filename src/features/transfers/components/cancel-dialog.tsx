import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Transfer } from '#contract/transfers'
import { accountQueries } from '@/api/queries/accounts'
import { toast } from '@/components/feedback/toast'
import { describedBy, FieldFrame } from '@/components/form/field-frame'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Input } from '@/components/ui/input'
import { formatDateTime } from '@/lib/dates'
import { formatMoney } from '@/lib/money'
import { cancelSentences } from '../messages'
import { useCancelTransfer } from '../mutations'
import { t } from '../text'
import { instrumentName } from './instrument-name'

const acceptable = /^[ a-zA-Z0-9_-]{0,50}$/

/** Asks once more, says what will not happen, and takes the reason that the API keeps. */
export function CancelDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const id = useId()
  const { data: every } = useQuery(accountQueries.every())
  const cancel = useCancelTransfer()
  const [reason, setReason] = useState('')
  const error = acceptable.test(reason) ? undefined : t('cancelReasonRefused')
  const confirm = () => {
    if (error || cancel.isPending) return
    cancel.mutate(
      { id: transfer.id, reason: reason.trim() },
      {
        onSuccess: () => {
          toast.success(t('cancelled'))
          onClose()
        },
      },
    )
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('cancelTitle')}
      text={t('cancelText', {
        amount: formatMoney(transfer.destinationAmount),
        from: instrumentName(transfer.source, every),
        to: instrumentName(transfer.destination, every),
        when: formatDateTime(Number(transfer.scheduledTimestamp ?? transfer.creationTimestamp)),
      })}
      confirmLabel={t('cancel')}
      cancelLabel={t('cancelKeep')}
      danger
      busy={cancel.isPending}
      onConfirm={confirm}
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <FieldFrame id={id} label={t('cancelReason')} hint={t('cancelReasonHint')} error={error}>
          <Input
            id={id}
            value={reason}
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, { hint: true, error })}
            onChange={(event) => setReason(event.target.value)}
          />
        </FieldFrame>
        {cancel.error && (
          <FormFailure error={cancel.error} rest={[]} sentences={cancelSentences()} onCheckAgain={confirm} />
        )}
      </form>
    </AlertDialog>
  )
}
