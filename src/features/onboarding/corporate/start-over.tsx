import { useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { t } from './text'

/** Forgets everything that was typed, after a question: it is ten minutes of somebody's work. */
export function StartOver({ onConfirm }: { onConfirm: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button variant="link" size="sm" onClick={() => setOpen(true)}>
        {t('startOver')}
      </Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={t('startOverTitle')}
        text={t('startOverText')}
        confirmLabel={t('startOver')}
        cancelLabel={t('startOverKeep')}
        onConfirm={onConfirm}
        danger
      />
    </div>
  )
}
