import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { t } from '../text'
import { InstrumentField } from './instrument-field'

const off = { autoComplete: 'off' } as const

/** Who pays with what card, and where. */
export function CardFields() {
  return (
    <>
      <SelectField
        name="direction"
        label={t('direction')}
        options={[
          { value: '', label: t('anyDirection') },
          { value: 'PURCHASE', label: t('PURCHASE') },
          { value: 'CREDIT', label: t('CREDIT') },
        ]}
      />
      <InstrumentField kind="CARD" />
      <TextField name="cardholder" label={t('holder')} hint={t('holderHint')} maxLength={100} {...off} />
      <TextField name="partyName" label={t('merchantName')} hint={t('partHint')} maxLength={100} {...off} />
      <TextField name="partyId" label={t('merchantId')} hint={t('merchantIdHint')} maxLength={100} {...off} />
      <TextField name="categories" label={t('categories')} hint={t('categoriesHint')} {...off} />
      <TextField name="countries" label={t('countries')} hint={t('countriesHint')} {...off} />
    </>
  )
}

/** Who sends money, and to which account. */
export function WireFields() {
  return (
    <>
      <TextField name="partyName" label={t('senderName')} hint={t('partHint')} maxLength={100} {...off} />
      <TextField name="partyId" label={t('senderAccount')} hint={t('senderAccountHint')} maxLength={100} {...off} />
      <InstrumentField kind="WIRE" />
    </>
  )
}
