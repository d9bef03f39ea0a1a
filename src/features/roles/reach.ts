import type { Reach } from '#contract/console/covers'
import type { PaymentLimit } from '#contract/console/limits'
import { formatMoney } from '@/lib/money'
import { t } from './text'

/** One limit as a sentence. */
export function limitText({ currency, perPayment, perDay }: PaymentLimit): string {
  const money = (amount: number) => formatMoney({ currency, amount })
  if (perPayment !== undefined && perDay !== undefined)
    return t('perPaymentAndDay', { payment: money(perPayment), day: money(perDay) })
  if (perPayment !== undefined) return t('perPayment', { amount: money(perPayment) })
  if (perDay !== undefined) return t('perDay', { amount: money(perDay) })
  return t('limitNone')
}

/** Accounts and cards in a few words, for a list. */
export function reachText({ accounts, cards }: Pick<Reach, 'accounts' | 'cards'>): string {
  if (accounts === 'all') return cards === 'all' ? t('reachAll') : t('reachCards', { count: cards.length })
  return cards === 'all'
    ? t('reachAccounts', { count: accounts.length })
    : t('reachSome', { accounts: accounts.length, cards: cards.length })
}
