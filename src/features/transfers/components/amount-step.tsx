import { useFormContext } from 'react-hook-form'
import type { ManagedAccount } from '#contract/managed-accounts'
import { gatewayNow } from '@/api/session-clock'
import { DateTimeField } from '@/components/form/date-time-field'
import { MoneyField } from '@/components/form/money-field'
import { TextField } from '@/components/form/text-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { toLocalText } from '@/lib/dates'
import { formatMoney, parseMoney } from '@/lib/money'
import type { TransferDraft } from '../steps'
import { t } from '../text'
import { BothAccounts } from './both-accounts'
import { OverdrawNotice } from './overdraw-notice'
import { StepButtons } from './step-buttons'

type Props = { source: ManagedAccount; destination: ManagedAccount; onBack: () => void; onNext: () => void }

export function AmountStep({ source, destination, onBack, onNext }: Props) {
  const { handleSubmit, setValue, watch } = useFormContext<TransferDraft>()
  const { currency, balances, friendlyName } = source
  const [when, typed] = watch(['when', 'amount'])
  const money = parseMoney(typed, currency)
  const available = formatMoney({ currency, amount: balances.availableBalance })

  return (
    <form onSubmit={handleSubmit(onNext)} aria-label={t('step_amount')} noValidate className="space-y-6">
      <BothAccounts source={source} destination={destination} />
      <MoneyField
        name="amount"
        label={t('amount')}
        currency={currency}
        hint={t('amountHint', { amount: available, name: friendlyName })}
        required
      />
      {money.ok && <OverdrawNotice source={source} amount={money.amount} scheduled={when === 'later'} />}
      <TextField
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        maxLength={255}
        autoComplete="off"
      />
      <TextField name="tag" label={t('tag')} hint={t('tagHint')} maxLength={50} autoComplete="off" />
      <RadioGroup
        legend={t('when')}
        name="when"
        value={when}
        onValueChange={(value) => setValue('when', value === 'later' ? 'later' : 'now')}
      >
        <RadioItem value="now" label={t('now')} hint={t('nowHint')} />
        <RadioItem value="later" label={t('later')} hint={t('laterHint')} />
      </RadioGroup>
      {when === 'later' && <DateTimeField name="at" label={t('at')} min={toLocalText(gatewayNow())} required />}
      <StepButtons onBack={onBack} />
    </form>
  )
}
