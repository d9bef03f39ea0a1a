import { usePhonePlan } from '@/components/form/use-phone-plan'
import { consumerSourceWords, occupationWords } from '@/components/identity/words'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { toAddress } from '@/lib/address'
import { formatCalendarDate, readDateOfBirth } from '@/lib/calendar-date'
import { countryName } from '@/lib/countries'
import type { ConsumerDraft } from './draft'
import type { StepId } from './steps'
import { t } from './text'

type Props = { draft: ConsumerDraft; onChange: (step: StepId) => void }

/** What will be sent, as it will be sent, and the way back to each part. */
export function ReviewSummary({ draft, onChange }: Props) {
  const { rootUser, sourceOfFunds, sourceOfFundsOther } = draft
  const { plan } = usePhonePlan()
  const { countryCode, number } = rootUser.mobile
  const born = readDateOfBirth(rootUser.dateOfBirth)
  const address = toAddress(rootUser.address)
  const lines = address && [
    address.addressLine1,
    address.addressLine2,
    [address.postCode, address.city].join(' '),
    address.state,
    countryName(address.country),
  ]
  const change = (step: StepId) => (
    <Button size="sm" aria-label={t('change', { what: t(`step_${step}`) })} onClick={() => onChange(step)}>
      {t('changeShort')}
    </Button>
  )
  return (
    <div>
      <Section title={t('step_you')} actions={change('you')}>
        <Definitions
          items={[
            { term: t('name'), description: rootUser.name.trim() },
            { term: t('surname'), description: rootUser.surname.trim() },
            { term: t('dateOfBirth'), description: born.ok ? formatCalendarDate(born.date) : '' },
            { term: t('placeOfBirth'), description: rootUser.placeOfBirth.trim() },
            { term: t('nationality'), description: countryName(rootUser.nationality) },
            { term: t('email'), description: rootUser.email.trim() },
            { term: t('mobile'), description: plan?.worldText(rootUser.mobile) ?? `${countryCode} ${number}` },
          ]}
        />
      </Section>
      <Section title={t('step_address')} actions={change('address')}>
        <p>
          {lines
            ?.filter((line) => line)
            .map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
        </p>
      </Section>
      <Section title={t('step_money')} actions={change('money')}>
        <Definitions
          items={[
            { term: t('occupation'), description: occupationWords.of(rootUser.occupation) },
            {
              term: t('sourceOfFunds'),
              description:
                sourceOfFunds === 'OTHER' ? sourceOfFundsOther.trim() : consumerSourceWords.of(sourceOfFunds),
            },
          ]}
        />
      </Section>
    </div>
  )
}
