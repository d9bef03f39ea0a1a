import { useWatch } from 'react-hook-form'
import { CompanyType } from '#contract/corporates'
import { CountryField } from '@/components/form/country-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { countryName } from '@/lib/countries'
import { registrationWords } from '@/lib/registration-number'
import type { CorporateDraft } from './draft'
import { StepForm } from './step-form'
import type { StepProps } from './step-props'
import { mayLackNumber } from './steps'
import { t } from './text'

/** The company as its register knows it; the country comes before the number, whose form it decides. */
export function CompanyStep(props: StepProps) {
  return (
    <StepForm {...props} step="company">
      <p>{t('companyLead')}</p>
      <TextField name="company.name" label={t('companyName')} required autoComplete="organization" />
      <SelectField
        name="company.type"
        label={t('companyType')}
        required
        placeholder={t('chooseOne')}
        options={CompanyType.options.map((value) => ({ value, label: t(value) }))}
      />
      <CountryField name="company.registrationCountry" label={t('registrationCountry')} required autoComplete="off" />
      <NumberField />
    </StepForm>
  )
}

function NumberField() {
  const company = useWatch<CorporateDraft, 'company'>({ name: 'company' })
  const country = company.registrationCountry
  const words = registrationWords(country)
  return (
    <TextField
      name="company.registrationNumber"
      label={t('registrationNumber')}
      required={!mayLackNumber(company)}
      hint={words ? t('registrationHint', { country: countryName(country), ...words }) : t('registrationHintElsewhere')}
      autoComplete="off"
      spellCheck={false}
      className="figures max-w-64"
    />
  )
}
