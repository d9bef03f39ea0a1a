import type { ReactNode } from 'react'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog'
import { t } from '../text'
import { StepUpForm } from './step-up-form'

type Props = { onDone: () => void; onCancel: () => void; onSignInAgain: () => void; phone: ReactNode }

/** The code, asked for over the page that needs it. */
export function StepUpDialog({ onDone, onCancel, onSignInAgain, phone }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && onCancel()}>
      <DialogContent>
        <DialogTitle>{t('title')}</DialogTitle>
        <DialogDescription className="mb-4">{t('dialog.text')}</DialogDescription>
        <StepUpForm onDone={onDone} onLeave={{ label: t('cancel'), act: onCancel }} {...{ onSignInAgain, phone }} />
      </DialogContent>
    </Dialog>
  )
}
