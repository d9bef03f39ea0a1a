import { useState } from 'react'
import type { ManagedAccount } from '#contract/managed-accounts'
import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { formatMoney } from '@/lib/money'
import { blockSentences, unblockSentences } from '../messages'
import { useBlockAccount, useUnblockAccount } from '../mutations'
import { t } from '../text'

type Props = { account: ManagedAccount; onClose: () => void }

/** Mounted while open, so that each opening is a request of its own with one reference for all its attempts. */
export function BlockDialog({ account, onClose }: Props) {
  const { friendlyName: name, currency, balances } = account
  const block = useBlockAccount()
  return (
    <Confirmation
      account={account}
      onClose={onClose}
      mutation={block}
      sentences={blockSentences()}
      title={t('blockTitle', { name })}
      text={t('blockText', { balance: formatMoney({ currency, amount: balances.actualBalance }) })}
      confirmLabel={t('block')}
      doneText={t('blocked', { name })}
    />
  )
}

export function UnblockDialog({ account, onClose }: Props) {
  const { friendlyName: name } = account
  const unblock = useUnblockAccount()
  return (
    <Confirmation
      account={account}
      onClose={onClose}
      mutation={unblock}
      sentences={unblockSentences()}
      title={t('unblockTitle', { name })}
      text={t('unblockText')}
      confirmLabel={t('unblock')}
      doneText={t('unblocked', { name })}
    />
  )
}

type ConfirmationProps = Props & {
  mutation: ReturnType<typeof useBlockAccount> | ReturnType<typeof useUnblockAccount>
  sentences: Record<string, string>
  title: string
  text: string
  confirmLabel: string
  doneText: string
}

function Confirmation({ account, onClose, mutation, sentences, doneText, ...words }: ConfirmationProps) {
  const [idempotencyRef] = useState(() => crypto.randomUUID())
  const confirm = () => {
    // A second press may come before the button has been drawn busy.
    if (mutation.isPending) return
    mutation.mutate(
      { params: { id: account.id }, idempotencyRef },
      {
        onSuccess: () => {
          toast.success(doneText)
          onClose()
        },
      },
    )
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      {...words}
      busy={mutation.isPending}
      onConfirm={confirm}
    >
      {mutation.error && <FormFailure error={mutation.error} rest={[]} sentences={sentences} onCheckAgain={confirm} />}
    </AlertDialog>
  )
}
