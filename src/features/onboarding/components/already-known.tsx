import { Link } from '@tanstack/react-router'
import type { IdentityId } from '#contract/common'
import { Notice } from '@/components/feedback/notice'
import { buttonClass } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { words } from '../text'

/** The person has a password from another company: they sign in instead of choosing one. */
export function AlreadyKnown({ type, email }: { type: IdentityId['type']; email: string }) {
  const t = words.to(faceOf(type))
  const redirect = `/onboarding/${type.toLowerCase()}`
  return (
    <Notice
      tone="good"
      title={t('alreadyTitle')}
      actions={
        <Link to="/sign-in" search={{ redirect }} className={buttonClass({ variant: 'primary' })}>
          {t('signIn')}
        </Link>
      }
    >
      <p>{t('alreadyText', { email })}</p>
    </Notice>
  )
}
