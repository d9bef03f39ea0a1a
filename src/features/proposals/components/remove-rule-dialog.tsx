import { useNavigate } from '@tanstack/react-router'
import type { ApprovalRule } from '#contract/console/approval-rules'
import { toast } from '@/components/feedback/toast'
import { FormFailure } from '@/components/form/form-failure'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { useDeleteRule } from '../mutations'
import { r } from '../rule-text'

/** Asks before payments are let through that were held back. */
export function RemoveRuleDialog({ rule: { id, name }, onClose }: { rule: ApprovalRule; onClose: () => void }) {
  const navigate = useNavigate()
  const remove = useDeleteRule()
  const confirm = () => {
    if (remove.isPending) return
    remove.mutate(id, {
      onSuccess: () => {
        toast.success(r('removed'))
        void navigate({ to: '/approvals/rules' })
      },
    })
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={r('removeTitle', { name })}
      text={r('removeText')}
      confirmLabel={r('remove')}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
    >
      {remove.error && <FormFailure error={remove.error} rest={[]} sentences={{}} onCheckAgain={confirm} />}
    </AlertDialog>
  )
}
