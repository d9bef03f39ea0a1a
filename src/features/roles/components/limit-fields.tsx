import { MoneyField } from '@/components/form/money-field'
import { t } from '../text'

/** Most that one payment, and all of a day, may come to in each currency; the day's zone is stated beside it. */
export function LimitFields({ currencies, zone }: { currencies: readonly string[]; zone: string }) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-lead">{t('limitsTitle')}</legend>
      <p className="mt-1 text-ink-soft text-small">
        {t('limitsHint')} {t('zoneText', { zone })}
      </p>
      {currencies.map((currency) => (
        <fieldset key={currency} className="mt-4 min-w-0 border-rule border-t pt-3">
          <legend className="sr-only">{currency}</legend>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
            <MoneyField name={`limits.${currency}.perPayment`} label={t('limitOne')} currency={currency} />
            <MoneyField name={`limits.${currency}.perDay`} label={t('limitDay')} currency={currency} />
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}
