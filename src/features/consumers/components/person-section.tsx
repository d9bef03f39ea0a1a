import { type Consumer, consumerUpdate } from '#contract/consumers'
import { useAccess } from '@/api/access'
import { phoneText, useIsRoot } from '@/api/own-phone'
import { ContactDetail } from '@/components/identity/contact-detail'
import { Detail } from '@/components/identity/fixed-mark'
import { PostalAddress } from '@/components/identity/postal-address'
import { t as shared } from '@/components/identity/text'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { formatCalendarDate } from '@/lib/calendar-date'
import { countryName } from '@/lib/countries'
import { t } from '../text'

/** Who the person is and how they are reached. */
export function PersonSection({ consumer: { rootUser }, fixed }: { consumer: Consumer; fixed: boolean }) {
  const { may } = useAccess()
  const own = useIsRoot()
  const mayChange = may(consumerUpdate.permission)
  const { name, surname, dateOfBirth, address, nationality, placeOfBirth } = rootUser
  return (
    <Section title={shared.to('person')('root.title')}>
      <Definitions
        items={[
          { term: shared('name'), description: <Detail fixed={fixed}>{`${name} ${surname}`}</Detail> },
          {
            term: shared('birthday'),
            description: <Detail fixed={fixed}>{dateOfBirth && formatCalendarDate(dateOfBirth)}</Detail>,
          },
          {
            term: t('address'),
            description: <Detail fixed={fixed}>{address && <PostalAddress address={address} />}</Detail>,
          },
          { term: t('nationality'), description: <Detail>{nationality && countryName(nationality)}</Detail> },
          { term: t('birthplace'), description: <Detail>{placeOfBirth}</Detail> },
          {
            term: shared('email'),
            description: (
              <ContactDetail
                value={rootUser.email}
                proved={rootUser.emailVerified}
                fixed={fixed}
                what={shared('email')}
                {...(mayChange && { change: '/profile/email', prove: '/profile/email' })}
              />
            ),
          },
          {
            term: shared('mobile'),
            description: (
              <ContactDetail
                value={phoneText(rootUser.mobile)}
                proved={rootUser.mobileNumberVerified}
                fixed={fixed}
                what={shared('mobile')}
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
