import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bulkId, bulkIdExecute, bulksUserInviteSend } from '#contract/bulks'
import type { User } from '#contract/users'
import { useAccess } from '@/api/access'
import { FormFailure } from '@/components/form/form-failure'
import { GatedButton } from '@/components/form/gated-button'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { inviteManySentences } from '../messages'
import { useInviteMany } from '../mutations'
import { fullName } from '../say'
import { t } from '../text'

type Props = { chosen: readonly User[]; onClear: () => void }

/** What can be done with several people at once: their invitations go out as a bulk. */
export function InviteChosen({ chosen, onClear }: Props) {
  const [asking, setAsking] = useState(false)
  const { whyNot } = useAccess()
  if (chosen.length === 0) return null
  // Submitting alone would leave behind a bulk that the person can neither see nor start.
  const reason = [bulksUserInviteSend, bulkId, bulkIdExecute].map(({ permission }) => whyNot(permission)).find(Boolean)
  return (
    <div className="mt-4 flex flex-wrap items-center gap-4 border-rule border-t pt-4">
      <GatedButton variant="primary" reason={reason} onClick={() => setAsking(true)}>
        {t('inviteChosen', { count: chosen.length })}
      </GatedButton>
      <span className="text-ink-soft" role="status">
        {t('chosen', { count: chosen.length })}
      </span>
      <Button variant="link" onClick={onClear}>
        {t('clearChoice')}
      </Button>
      {asking && <InviteManyDialog chosen={chosen} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** Mounted while open, so that each opening is a request of its own with one reference for all its attempts. */
function InviteManyDialog({ chosen, onClose }: { chosen: readonly User[]; onClose: () => void }) {
  const navigate = useNavigate()
  const invite = useInviteMany()
  const [idempotencyRef] = useState(() => crypto.randomUUID())
  const send = () => {
    if (invite.isPending) return
    const ids = chosen.map(({ id }) => id)
    const onSuccess = ({ bulkId: made }: { bulkId: string }) =>
      void navigate({ to: '/bulks/$bulkId', params: { bulkId: made } })
    invite.mutate({ ids, idempotencyRef }, { onSuccess })
  }
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('inviteChosen', { count: chosen.length })}
      text={t('inviteManyText')}
      confirmLabel={t('inviteManySubmit')}
      busy={invite.isPending}
      onConfirm={send}
    >
      <ul className="max-h-48 overflow-y-auto border-rule border-y py-2">
        {chosen.map((user) => (
          <li key={user.id}>
            {fullName(user)} <span className="break-all text-ink-soft text-small">{user.email}</span>
          </li>
        ))}
      </ul>
      <FormFailure error={invite.error} rest={[]} sentences={inviteManySentences()} onCheckAgain={send} />
    </AlertDialog>
  )
}
