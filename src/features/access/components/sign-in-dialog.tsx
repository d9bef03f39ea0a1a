import { useRef, useState } from 'react'
import type { IdentityId } from '#contract/common'
import type { SessionView } from '#contract/session'
import type { SecureHandle } from '@/components/secure/secure-field'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog'
import { t } from '../dialog-text'
import { EntryOverPage } from './entry-over-page'
import { SignInForm } from './sign-in-form'

type Props = {
  /** Whose session has ended, or is to go on as another identity. */
  email: string
  /** As which identity the person goes on, where they have several. */
  identity: IdentityId | undefined
  /** Why they are asked. */
  why: 'ended' | { changeTo: string }
  onSignedIn: (session: SessionView) => void
  onLeave: () => void
}

/** Signing in over the page that was being worked on; it cannot be waved away, since nothing behind it would answer. */
export function SignInDialog({ email: known, identity, why, onSignedIn, onLeave }: Props) {
  const [email, setEmail] = useState(known)
  const [waits, setWaits] = useState(false)
  const password = useRef<SecureHandle>(null)
  const other = known !== '' && email.trim().toLowerCase() !== known.toLowerCase()
  const ended = why === 'ended'
  const stay = (event: Event) => event.preventDefault()
  return (
    <Dialog open>
      <DialogContent
        withoutClose
        focusItself={known !== ''}
        onEscapeKeyDown={ended ? stay : onLeave}
        onInteractOutside={stay}
        className="max-w-md"
      >
        <DialogTitle>{ended ? t('dialog.title') : t('change.title')}</DialogTitle>
        <DialogDescription className="mb-5">
          {ended ? t('dialog.text') : t('change.text', { name: why.changeTo })}
        </DialogDescription>
        {waits ? (
          <EntryOverPage identity={identity} onSession={onSignedIn} onOver={() => setWaits(false)} />
        ) : (
          <SignInForm
            email={email}
            onEmail={setEmail}
            focus={known === '' ? 'email' : 'password'}
            password={password}
            onSignedIn={onSignedIn}
            onStep={() => setWaits(true)}
          />
        )}
        {ended && other && (
          <p role="status" className="mt-4 text-small text-wait">
            {t('dialog.otherPerson')}
          </p>
        )}
        <Button variant="link" size="sm" onClick={onLeave} className="mt-4">
          {ended ? t('dialog.leave') : t('change.cancel')}
        </Button>
      </DialogContent>
    </Dialog>
  )
}
