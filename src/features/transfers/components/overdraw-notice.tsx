import type { ManagedAccount } from '#contract/managed-accounts'
import { Notice } from '@/components/feedback/notice'
import { formatMoney } from '@/lib/money'
import { t } from '../text'

type Props = { source: ManagedAccount; amount: number; scheduled: boolean }

/** A warning, not a refusal: balances move while one types, and the bank decides. */
export function OverdrawNotice({ source, amount, scheduled }: Props) {
  const { currency, balances, friendlyName: name } = source
  const missing = amount - balances.availableBalance
  if (missing <= 0) return null
  const values = {
    name,
    available: formatMoney({ currency, amount: balances.availableBalance }),
    missing: formatMoney({ currency, amount: missing }),
  }
  return (
    <Notice tone="wait" title={t('overdraw')}>
      {scheduled ? t('overdrawLater', values) : t('overdrawNow', values)}
    </Notice>
  )
}
