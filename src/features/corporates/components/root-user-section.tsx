import { type Corporate, corporateUpdate } from '#contract/corporates'
import { useAccess } from '@/api/access'
import { phoneText, useIsRoot } from '@/api/own-phone'
import { ContactDetail } from '@/components/identity/contact-detail'
import { Detail } from '@/components/identity/fixed-mark'
import { t } from '@/components/identity/text'
import { positionWords } from '@/components/identity/words'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { formatCalendarDate } from '@/lib/calendar-date'

/** Who signed the company up. The number is proved by its owner alone, since the code comes to it. */
export function RootUserSection({ corporate: { rootUser }, fixed }: { corporate: Corporate; fixed: boolean }) {
  const { may } = useAccess()
  const own = useIsRoot()
  const mayChange = may(corporateUpdate.permission)
  const { name, surname, companyPosition, dateOfBirth, email, emailVerified, mobile, mobileNumberVerified } = rootUser
  const birthday = dateOfBirth && formatCalendarDate(dateOfBirth)
  return (
    <Section title={t.to('company')('root.title')}>
      <Definitions
        items={[
          { term: t('name'), description: <Detail fixed={fixed}>{`${name} ${surname}`}</Detail> },
          { term: t('position'), description: positionWords.of(companyPosition) },
          { term: t('birthday'), description: <Detail fixed={fixed && birthday !== undefined}>{birthday}</Detail> },
          {
            term: t('email'),
            description: (
              <ContactDetail
                value={email}
                proved={emailVerified}
                fixed={fixed}
                what={t('email')}
                {...(mayChange && { change: '/profile/email', prove: '/profile/email' })}
              />
            ),
          },
          {
            term: t('mobile'),
            description: (
              <ContactDetail
                value={phoneText(mobile)}
                proved={mobileNumberVerified}
                fixed={fixed}
                what={t('mobile')}
                {...(mayChange && { change: '/profile/phone' })}
                {...(own && { prove: '/security/phone' })}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
