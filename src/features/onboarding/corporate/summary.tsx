import type { ReactNode } from 'react'
import { usePhonePlan } from '@/components/form/use-phone-plan'
import { corporateSourceWords, industryWords } from '@/components/identity/words'
import { Button } from '@/components/ui/button'
import { type AddressText, toAddress } from '@/lib/address'
import { formatCalendarDate, readDateOfBirth } from '@/lib/calendar-date'
import { countryName } from '@/lib/countries'
import type { PhonePlan } from '@/lib/phone'
import { writeRegistration } from '@/lib/registration-number'
import type { CorporateDraft } from './draft'
import type { StepId } from './steps'
import { t } from './text'

type Line = { term: string; value: ReactNode }

/** Everything that was typed, as it will be sent, and the way back to each part of it. */
export function Summary({ draft, now, go }: { draft: CorporateDraft; now: number; go: (step: StepId) => void }) {
  const { plan } = usePhonePlan()
  return (
    <>
      <Part title={t('reviewRoot')} lines={rootLines(draft, now, plan)} onChange={() => go('root')} />
      <Part title={t('reviewCompany')} lines={companyLines(draft)} onChange={() => go('company')} />
      <Part title={t('reviewBusiness')} lines={businessLines(draft)} onChange={() => go('business')} />
    </>
  )
}

const rootLines = ({ rootUser: root }: CorporateDraft, now: number, plan: PhonePlan | undefined): Line[] => {
  const born = readDateOfBirth(root.dateOfBirth, now)
  const { countryCode, number } = root.mobile
  return [
    { term: t('name'), value: root.name.trim() },
    { term: t('surname'), value: root.surname.trim() },
    { term: t('dateOfBirth'), value: born.ok && formatCalendarDate(born.date) },
    { term: t('companyPosition'), value: root.companyPosition && t(root.companyPosition) },
    { term: t('email'), value: root.email.trim() },
    { term: t('mobile'), value: plan?.worldText(root.mobile) ?? `${countryCode} ${number}` },
  ]
}

const companyLines = ({ company }: CorporateDraft): Line[] => [
  { term: t('companyName'), value: company.name.trim() },
  { term: t('companyType'), value: company.type && t(company.type) },
  { term: t('registrationCountry'), value: countryName(company.registrationCountry) },
  {
    term: t('registrationNumber'),
    value: writeRegistration(company.registrationCountry, company.registrationNumber) || t('nothing'),
  },
]

const businessLines = (draft: CorporateDraft): Line[] => [
  { term: t('businessAddress'), value: <AddressLines address={draft.company.businessAddress} /> },
  { term: t('industry'), value: industryWords.of(draft.industry) },
  {
    term: t('sourceOfFunds'),
    value:
      draft.sourceOfFunds === 'OTHER'
        ? `${corporateSourceWords.of('OTHER')}: ${draft.sourceOfFundsOther.trim()}`
        : corporateSourceWords.of(draft.sourceOfFunds),
  },
  { term: t('baseCurrency'), value: draft.baseCurrency },
]

function AddressLines({ address }: { address: AddressText }) {
  const sent = toAddress(address)
  if (!sent) return null
  const { addressLine1, addressLine2, city, postCode, state, country } = sent
  const lines = [addressLine1, addressLine2, city, postCode, state, countryName(country)].filter(Boolean)
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ))
}

function Part({ title, lines, onChange }: { title: string; lines: Line[]; onChange: () => void }) {
  return (
    <section aria-label={title}>
      <div className="mb-1 flex items-baseline justify-between gap-4">
        <h3 className="font-medium text-lead">{title}</h3>
        <Button variant="link" size="sm" onClick={onChange}>
          {t('change')}
          <span className="sr-only">{title}</span>
        </Button>
      </div>
      <dl className="divide-y divide-rule border-rule border-y">
        {lines.map(({ term, value }) => (
          <div key={term} className="grid gap-x-6 py-2 sm:grid-cols-[13rem_minmax(0,1fr)]">
            <dt className="text-ink-soft max-sm:text-small">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
