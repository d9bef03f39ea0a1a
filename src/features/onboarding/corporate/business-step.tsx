import { useWatch } from 'react-hook-form'
import { AddressField } from '@/components/form/address-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { corporateSourceWords, industryWords } from '@/components/identity/words'
import type { CorporateDraft } from './draft'
import { StepForm } from './step-form'
import type { StepProps } from './step-props'
import { t } from './text'

/** Where the company works, what it does, and where its money comes from. */
export function BusinessStep(props: StepProps) {
  const { currencies } = props.facts()
  return (
    <StepForm {...props} step="business">
      <AddressField name="company.businessAddress" label={t('businessAddress')} hint={t('businessAddressHint')} />
      <h3 className="pt-2 font-medium text-lead">{t('activity')}</h3>
      <SelectField name="industry" label={t('industry')} required placeholder={t('chooseOne')} options={industries()} />
      <SelectField
        name="sourceOfFunds"
        label={t('sourceOfFunds')}
        hint={t('sourceOfFundsHint')}
        required
        placeholder={t('chooseOne')}
        options={corporateSourceWords.choices()}
      />
      <OtherSource />
      <SelectField
        name="baseCurrency"
        label={t('baseCurrency')}
        hint={t('baseCurrencyHint')}
        required
        placeholder={t('chooseOne')}
        options={currencies.map((value) => ({ value, label: currencyName(value) }))}
      />
    </StepForm>
  )
}

function OtherSource() {
  const source = useWatch<CorporateDraft, 'sourceOfFunds'>({ name: 'sourceOfFunds' })
  if (source !== 'OTHER') return null
  return <TextField name="sourceOfFundsOther" label={t('sourceOfFundsOther')} required autoComplete="off" />
}

/** By the alphabet: nobody knows the API's order. */
const industries = () => industryWords.choices().sort((one, other) => one.label.localeCompare(other.label, 'en-GB'))

/** `EUR, Euro` */
const currencyName = (code: string): string =>
  `${code}, ${new Intl.DisplayNames(['en-GB'], { type: 'currency' }).of(code) ?? ''}`
