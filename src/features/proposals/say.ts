import type { CurrencyAmount, InstrumentId } from '#contract/common'
import type { Proposal, ProposalPayee } from '#contract/console/proposals'
import type { EveryAccount } from '@/api/queries/accounts'
import { formatMoney } from '@/lib/money'
import { t } from './text'

export const sayAmounts = (amounts: readonly CurrencyAmount[]): string =>
  amounts.map((amount) => formatMoney(amount)).join(' + ')

/** What it comes to, in words. */
export const sayTotal = ({ totals }: Pick<Proposal, 'totals'>): string =>
  totals.length === 0 ? t('unknownAmount') : sayAmounts(totals)

/** An account or card of the company, by its name where it is known here. */
export function sayInstrument({ id, type }: InstrumentId, every: EveryAccount | undefined): string {
  const ending = `…${id.slice(-4)}`
  if (type === 'managed_cards') return t('card', { id: ending })
  return every?.accounts.find((account) => account.id === id)?.friendlyName ?? t('account', { id: ending })
}

export function sayFrom({ from }: Pick<Proposal, 'from'>, every: EveryAccount | undefined): string {
  const [first] = from
  if (!first) return t('unknownAmount')
  return from.length === 1 ? sayInstrument(first, every) : t('accounts', { count: from.length })
}

export function sayPayee({ type, id = '', name, account }: ProposalPayee, every: EveryAccount | undefined): string {
  const ending = `…${id.slice(-4)}`
  switch (type) {
    case 'managed_accounts':
    case 'managed_cards':
      return sayInstrument({ id, type }, every)
    case 'beneficiary':
      return t('beneficiary', { id: ending })
    case 'linked_accounts':
      return t('linkedAccount', { id: ending })
    case 'bank':
      return [name, account].filter(Boolean).join(', ')
    default:
      return type satisfies never
  }
}

/** The payment in a line: both sides of a single one, how many of a bulk. */
export function sayPayment(proposal: Proposal, every: EveryAccount | undefined): string {
  const { kind, source, rows, to } = proposal
  if (source === 'BULK') return t(`bulkOf_${kind}`, { rows })
  return `${sayFrom(proposal, every)} → ${to ? sayPayee(to, every) : ''}`
}

const MINUTE = 60_000
const units = [
  { ms: 24 * 60 * MINUTE, from: 4, key: 'left_days' },
  { ms: 60 * MINUTE, from: 2, key: 'left_hours' },
  { ms: MINUTE, from: 0, key: 'left_minutes' },
] as const

/** How long there still is, in the largest unit of which so many are left that it is not said too roughly. */
export function sayLeft(ms: number): string {
  const unit = units.find(({ ms: one, from }) => ms >= from * one) ?? units[2]
  return t(unit.key, { count: Math.max(1, Math.floor(ms / unit.ms)) })
}
