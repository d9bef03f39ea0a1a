import { Link } from '@tanstack/react-router'
import { Notice } from '@/components/feedback/notice'
import { buttonClass } from '@/components/ui/button'
import { t } from './text'

/** Whoever holds the address is the person themselves, as a rule: both ways on from there. */
export function EmailTaken({ email }: { email: string }) {
  return (
    <Notice
      tone="info"
      title={t('emailTwo')}
      actions={
        <>
          <Link to="/onboarding/email" search={{ email }} className={buttonClass({ size: 'sm' })}>
            {t('emailGoOn')}
          </Link>
          <Link to="/sign-in" search={{ redirect: '/onboarding/corporate' }} className={buttonClass({ size: 'sm' })}>
            {t('emailSignIn')}
          </Link>
        </>
      }
    >
      <ul className="list-disc pl-5">
        <li>{t('emailTwoBegun')}</li>
        <li>{t('emailTwoCustomer')}</li>
      </ul>
    </Notice>
  )
}
