import { Link } from '@tanstack/react-router'
import type { IdentityId } from '#contract/common'
import { Notice } from '@/components/feedback/notice'
import { buttonClass } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { words } from '../text'

type Props = { type: IdentityId['type']; email: string }

/** Whoever holds the address is the person themselves, as a rule: both ways on from there. */
export function EmailTaken({ type, email }: Props) {
  const t = words.to(faceOf(type))
  const cons = type === 'CONSUMER' || undefined
  const redirect = `/onboarding/${type.toLowerCase()}`
  return (
    <Notice
      tone="info"
      title={t('takenTitle')}
      actions={
        <>
          <Link to="/onboarding/email" search={{ email, cons }} className={buttonClass({ size: 'sm' })}>
            {t('takenGoOn')}
          </Link>
          <Link to="/sign-in" search={{ redirect }} className={buttonClass({ size: 'sm' })}>
            {t('signIn')}
          </Link>
        </>
      }
    >
      <ul className="list-disc pl-5">
        <li>{t('takenBegun')}</li>
        <li>{t('takenCustomer')}</li>
      </ul>
    </Notice>
  )
}
