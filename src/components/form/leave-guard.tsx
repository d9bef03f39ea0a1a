import { useBlocker } from '@tanstack/react-router'
import { t } from '@/components/text'
import { AlertDialog } from '@/components/ui/alert-dialog'

/** Asks before a navigation would lose what was typed; a closed tab gets the browser's own question. */
export function LeaveGuard({ when }: { when: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    // A changed search is another step or filter of the same page, which keeps the form.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && when(),
    enableBeforeUnload: when,
    withResolver: true,
  })
  return (
    <AlertDialog
      open={status === 'blocked'}
      onOpenChange={(open) => !open && reset?.()}
      title={t('leaveTitle')}
      text={t('leaveText')}
      confirmLabel={t('leaveConfirm')}
      cancelLabel={t('leaveStay')}
      onConfirm={() => proceed?.()}
      danger
    />
  )
}
