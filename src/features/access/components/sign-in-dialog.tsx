import { useRef, useState } from 'react'
import type { SessionView } from '#contract/session'
import type { SecureHandle } from '@/components/form/secure-input'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog'
import { t } from '../text'
import { SignInForm } from './sign-in-form'

type Props = {
  /** Whose session has ended. */
  email: string
  onSignedIn: (session: SessionView) => void
  onLeave: () => void
}

/** Signing in over the page that was being worked on; it cannot be waved away, since nothing behind it would answer. */
export function SignInDialog({ email: known, onSignedIn, onLeave }: Props) {
  const [email, setEmail] = useState(known)
  const password = useRef<SecureHandle>(null)
  const other = known !== '' && email.trim().toLowerCase() !== known.toLowerCase()
  const stay = (event: Event) => event.preventDefault()
  return (
    <Dialog open>
      <DialogContent
        withoutClose
        focusItself={known !== ''}
        onEscapeKeyDown={stay}
        onInteractOutside={stay}
        className="max-w-md"
      >
        <DialogTitle>{t('dialog.title')}</DialogTitle>
        <DialogDescription className="mb-5">{t('dialog.text')}</DialogDescription>
        <SignInForm
          email={email}
          onEmail={setEmail}
          focus={known === '' ? 'email' : 'password'}
          password={password}
          onSignedIn={onSignedIn}
        />
        {other && (
          <p role="status" className="mt-4 text-small text-wait">
            {t('dialog.otherPerson')}
          </p>
        )}
        <Button variant="link" size="sm" onClick={onLeave} className="mt-4">
          {t('dialog.leave')}
        </Button>
      </DialogContent>
    </Dialog>
  )
}
