import { useNavigate } from '@tanstack/react-router'
import type { ConsoleRole } from '#contract/console/roles'
import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { deleteSentences } from '../messages'
import { useDeleteRole } from '../mutations'
import { t } from '../text'

/** Asks before a role that nobody has is gone for good. */
export function DeleteDialog({ role: { id, name }, onClose }: { role: ConsoleRole; onClose: () => void }) {
  const navigate = useNavigate()
  const remove = useDeleteRole()
  const confirm = () => {
    if (remove.isPending) return
    remove.mutate(
      { params: { role_id: id } },
      {
        onSuccess: () => {
          toast.success(t('deleted', { name }))
          void navigate({ to: '/roles' })
        },
      },
    )
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle', { name })}
      text={t('deleteText')}
      confirmLabel={t('delete')}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
    >
      {remove.error && (
        <FormFailure error={remove.error} rest={[]} sentences={deleteSentences()} onCheckAgain={confirm} />
      )}
    </AlertDialog>
  )
}
