import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type BulkProcessDetails, bulkIdCancel, bulkIdPause, bulkIdResume } from '#contract/bulks'
import { useAccess } from '@/api/access'
import { ErrorView } from '@/components/feedback/error-view'
import { GatedButton } from '@/components/form/gated-button'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { bulkKind } from '../kinds'
import { runSentences } from '../messages'
import { type BulkAction, mayDo } from '../monitor/bulk-actions'
import { countsOf, isFinal } from '../monitor/counts'
import { type BulkCommand, useBulkCommand } from '../mutations'
import { t } from '../text'
import { useOnce } from '../use-once'
import { StartPanel } from './start-panel'

const why: Record<BulkAction, string> = {
  execute: t('whyExecute'),
  pause: t('whyPause'),
  resume: t('whyResume'),
  cancel: t('whyCancel'),
}

const permissionOf = {
  pause: bulkIdPause.permission,
  resume: bulkIdResume.permission,
  cancel: bulkIdCancel.permission,
} as const

/** Start, pause, resume, cancel. What the state does not allow stays in sight and says why. */
export function BulkControls({ bulk }: { bulk: BulkProcessDetails }) {
  const command = useBulkCommand(bulk.bulkId)
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const send = useOnce(async (given: BulkCommand) => {
    const heldBack = await command.mutateAsync(given)
    if (!heldBack) return
    await navigate({ to: '/approvals/$proposalId', params: heldBack, search: { done: true } })
  })
  const busyWith = command.isPending ? command.variables.action : undefined
  const { SUBMITTED, RUNNING, COMPLETED } = countsOf(bulk)

  const cancel = () => {
    send({ action: 'cancel' })
    setAsking(false)
  }
  return (
    <div className="mt-6">
      {command.error && (
        <div className="mb-5">
          <ErrorView title={t('actionFailed')} error={command.error} sentences={runSentences()} />
        </div>
      )}
      {bulk.status === 'SUBMITTED' && (
        <StartPanel
          kind={bulkKind(bulk.operation)}
          total={bulk.submittedItemsCount}
          busy={busyWith === 'execute'}
          onStart={(mode) => send({ action: 'execute', mode })}
        />
      )}
      {!isFinal(bulk.status) && (
        <div className="flex flex-wrap gap-2">
          {bulk.status !== 'SUBMITTED' &&
            (['pause', 'resume'] as const).map((action) => (
              <Act
                key={action}
                action={action}
                bulk={bulk}
                busy={busyWith === action}
                onPress={() => send({ action })}
              />
            ))}
          <Act action="cancel" bulk={bulk} busy={busyWith === 'cancel'} onPress={() => setAsking(true)} />
        </div>
      )}
      <AlertDialog
        open={asking && mayDo('cancel', bulk.status)}
        onOpenChange={setAsking}
        title={t('cancelTitle')}
        text={t('cancelText', { waiting: SUBMITTED + RUNNING, done: COMPLETED })}
        confirmLabel={t('cancelConfirm')}
        cancelLabel={t('cancelKeep')}
        danger
        onConfirm={cancel}
      />
    </div>
  )
}

type ActProps = { action: Exclude<BulkAction, 'execute'>; bulk: BulkProcessDetails; busy: boolean; onPress: () => void }

function Act({ action, bulk, busy, onPress }: ActProps) {
  const { whyNot } = useAccess()
  const reason = whyNot(permissionOf[action]) ?? (mayDo(action, bulk.status) ? undefined : why[action])
  return (
    <GatedButton busy={busy} reason={reason} onClick={onPress}>
      {t(action)}
    </GatedButton>
  )
}
