import { Notice } from '@/components/feedback/notice'
import { buttonClass } from '@/components/ui/button'
import { t } from './text'

/** Whoever holds the address is the person themselves, as a rule: both ways on from there. */
export function EmailTaken({ email }: { email: string }) {
  const proof = `/onboarding/email?${new URLSearchParams({ email: JSON.stringify(email) })}`
  return (
    <Notice
      tone="info"
      title={t('emailTwo')}
      actions={
        <>
          <a href={proof} className={buttonClass({ size: 'sm' })}>
            {t('emailGoOn')}
          </a>
          <a href="/sign-in?redirect=/onboarding/corporate" className={buttonClass({ size: 'sm' })}>
            {t('emailSignIn')}
          </a>
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
