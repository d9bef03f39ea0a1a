import type { User } from '#contract/users'
import { CopyButton } from '@/components/feedback/copy-button'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { formatCalendarDate } from '@/lib/calendar-date'
import { countryName } from '@/lib/countries'
import { phoneText } from '../say'
import { t } from '../text'

/** What is known of a person. */
export function UserFacts({ user }: { user: User }) {
  const { id, email, mobile, dateOfBirth, countryOfResidence, tag } = user
  const none = <span className="text-ink-soft">{t('none')}</span>
  return (
    <Section title={t('details')}>
      <Definitions
        items={[
          { term: t('email'), description: <span className="break-all">{email}</span> },
          { term: t('mobile'), description: mobile ? <span className="figures">{phoneText(mobile)}</span> : none },
          { term: t('dateOfBirth'), description: dateOfBirth ? formatCalendarDate(dateOfBirth) : none },
          { term: t('country'), description: countryOfResidence ? countryName(countryOfResidence) : none },
          { term: t('tag'), description: tag ?? none },
          {
            term: t('userId'),
            description: (
              <>
                <span className="figures break-all">{id}</span> <CopyButton value={id} what={t('copyId')} />
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
