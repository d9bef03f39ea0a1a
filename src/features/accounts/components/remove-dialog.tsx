import { useId, useState } from 'react'
import type { ManagedAccount } from '#contract/managed-accounts'
import { toast } from '@/components/feedback/toast'
import { FieldFrame } from '@/components/form/field-frame'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { formatMoney } from '@/lib/money'
import { removeSentences } from '../messages'
import { useRemoveAccount } from '../mutations'
import { t } from '../text'

type Props = { account: ManagedAccount; onClose: () => void }

/** Removing cannot be undone, so its name has to be typed; an account that holds money says why it cannot go yet. */
export function RemoveDialog({ account, onClose }: Props) {
  const { actualBalance, availableBalance } = account.balances
  return actualBalance === 0 && availableBalance === 0 ? (
    <ConfirmRemoval account={account} onClose={onClose} />
  ) : (
    <NotYet account={account} onClose={onClose} />
  )
}

function NotYet({ account: { friendlyName, currency, balances }, onClose }: Props) {
  const balance = formatMoney({ currency, amount: balances.actualBalance })
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{t('removeNotYet', { name: friendlyName })}</DialogTitle>
        <DialogDescription>{t('removeHasMoney', { balance })}</DialogDescription>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{t('removeUnderstood')}</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}

function ConfirmRemoval({ account: { id, friendlyName: name }, onClose }: Props) {
  const fieldId = useId()
  const remove = useRemoveAccount()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  const confirm = () => {
    if (remove.isPending) return
    if (typed.trim() !== name) return setRefused(true)
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          toast.success(t('removed', { name }))
          onClose()
        },
      },
    )
  }
  const error = refused ? t('removeMismatch') : undefined
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('removeTitle', { name })}
      text={t('removeText')}
      confirmLabel={t('remove')}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <FieldFrame id={fieldId} label={t('removeType', { name })} error={error} required>
          <Input
            id={fieldId}
            value={typed}
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${fieldId}-error` : undefined}
            onChange={(event) => {
              setTyped(event.target.value)
              setRefused(false)
            }}
          />
        </FieldFrame>
        {remove.error && (
          <FormFailure error={remove.error} rest={[]} sentences={removeSentences()} onCheckAgain={confirm} />
        )}
      </form>
    </AlertDialog>
  )
}
