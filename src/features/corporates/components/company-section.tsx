import type { Corporate } from '#contract/corporates'
import { Detail } from '@/components/identity/fixed-mark'
import { PostalAddress } from '@/components/identity/postal-address'
import { t as shared } from '@/components/identity/text'
import { companyTypeWords, corporateSourceWords, industryWords } from '@/components/identity/words'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { formatCalendarDate } from '@/lib/calendar-date'
import { countryName } from '@/lib/countries'
import { t } from '../text'

/** What the company is. */
export function CompanySection({ corporate, fixed }: { corporate: Corporate; fixed: boolean }) {
  const { company, industry, sourceOfFunds, sourceOfFundsOther } = corporate
  const { registeredAddress, businessAddress, incorporatedOn } = company
  return (
    <Section title={t('company.title')}>
      <Definitions
        items={[
          { term: t('company.name'), description: company.name },
          { term: t('type'), description: companyTypeWords.of(company.type) },
          { term: t('number'), description: <Detail>{company.registrationNumber}</Detail> },
          { term: t('country'), description: countryName(company.countryOfRegistration) },
          ...(incorporatedOn ? [{ term: t('incorporated'), description: formatCalendarDate(incorporatedOn) }] : []),
          ...(registeredAddress
            ? [{ term: t('registered'), description: <PostalAddress address={registeredAddress} /> }]
            : []),
          {
            term: t('business'),
            description: (
              <Detail fixed={fixed}>{businessAddress && <PostalAddress address={businessAddress} />}</Detail>
            ),
          },
          { term: t('industry'), description: <Detail>{industry && industryWords.of(industry)}</Detail> },
          {
            term: shared('source'),
            description: (
              <Detail>{sourceOfFunds && (sourceOfFundsOther ?? corporateSourceWords.of(sourceOfFunds))}</Detail>
            ),
          },
        ]}
      />
    </Section>
  )
}
