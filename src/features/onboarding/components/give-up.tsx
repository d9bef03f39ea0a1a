import { useState } from 'react'
import type { IdentityId } from '#contract/common'
import { failureText } from '@/components/feedback/failure-text'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { useGiveUpRegistration } from '../mutations'
import { words } from '../text'

/** Lets go of a registration whose password was never set, as at a machine that several people use. */
export function GiveUp({ type }: { type: IdentityId['type'] }) {
  const t = words.to(faceOf(type))
  const [open, setOpen] = useState(false)
  const give = useGiveUpRegistration()
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)} busy={give.isPending}>
        {t('anew')}
      </Button>
      {give.error && <p className="text-bad text-small">{failureText(give.error, { write: true })}</p>}
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('anewTitle')}
        text={t('anewText')}
        confirmLabel={t('anewConfirm')}
        cancelLabel={t('anewKeep')}
        onConfirm={() => give.mutate()}
        danger
      />
    </>
  )
}
