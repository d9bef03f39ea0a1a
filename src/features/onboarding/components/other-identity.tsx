import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { IdentityId } from '#contract/common'
import type { SessionView } from '#contract/session'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { Button, buttonClass } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { useEntering } from '../entering'
import { words } from '../text'

/** Somebody else is signed in here: a registration must not begin under their name. */
export function OtherIdentity({ type, session }: { type: IdentityId['type']; session: SessionView }) {
  const t = words.to(faceOf(type))
  const { signOut } = useEntering()
  const leave = useMutation({ mutationFn: signOut })
  return (
    <Notice
      tone="info"
      title={t('otherTitle', { name: session.identity.name })}
      actions={
        <>
          <Link to="/" className={buttonClass({ variant: 'primary' })}>
            {words.to(faceOf(session.identity.id.type))('toConsole')}
          </Link>
          <Button busy={leave.isPending} onClick={() => leave.mutate()}>
            {t('signOut')}
          </Button>
        </>
      }
    >
      <p>{t('otherText')}</p>
      {leave.error && <p className="mt-2 text-bad">{failureText(leave.error, { write: true })}</p>}
    </Notice>
  )
}
