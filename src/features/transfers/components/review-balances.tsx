import type { CurrencyAmount } from '#contract/common'
import type { ManagedAccount } from '#contract/managed-accounts'
import { Money } from '@/components/feedback/money'
import { t } from '../text'

type Props = { source: ManagedAccount; destination: ManagedAccount; amount: CurrencyAmount; scheduled: boolean }

/** What both accounts have now and will have. For a later time nobody knows, so only today's balances are shown. */
export function ReviewBalances({ source, destination, amount, scheduled }: Props) {
  return (
    <table className="w-full text-body">
      <caption className="pb-2 text-left font-medium text-small">
        {t('balancesTitle')}
        {scheduled && <span className="block font-normal text-ink-soft">{t('reviewLaterBalances')}</span>}
      </caption>
      <thead>
        <tr className="border-rule border-b text-ink-soft text-small">
          <th scope="col" className="py-1 text-left font-normal">
            {t('account')}
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            {t('balanceNow')}
          </th>
          {!scheduled && (
            <th scope="col" className="py-1 text-right font-normal">
              {t('balanceAfter')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {[
          { account: source, change: -amount.amount },
          { account: destination, change: amount.amount },
        ].map(({ account: { id, friendlyName, currency, balances }, change }) => (
          <tr key={id} className="border-rule border-b">
            <th scope="row" className="max-w-40 truncate py-2 text-left font-normal">
              {friendlyName}
            </th>
            <td className="py-2 text-right">
              <Money value={{ currency, amount: balances.availableBalance }} />
            </td>
            {!scheduled && (
              <td className="py-2 text-right font-medium">
                <Money value={{ currency, amount: balances.availableBalance + change }} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
