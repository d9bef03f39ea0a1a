import type { AmountRange, AuthorisationRule, Hours, Velocity } from '#contract/console/authorisation-rules'
import { formatMoney } from '@/lib/money'
import { t } from './text'

/** What a card or an account is called. */
type NameOf = (id: string) => string

/** What a rule looks at, as one sentence without its verb. */
export function describeRule(rule: AuthorisationRule, nameOf: NameOf = (id) => id): string {
  const phrases = [...own(rule, nameOf), ...common(rule.if)]
  return phrases.length === 0 ? t('always') : phrases.join(t('and'))
}

function own(rule: AuthorisationRule, nameOf: NameOf): string[] {
  const quoted =
    (key: 'if_cardholder' | 'if_merchantId' | 'if_merchantName' | 'if_senderName' | 'if_senderAccount') =>
    (text: string | undefined) =>
      text === undefined ? [] : [t(key, { text })]
  if (rule.kind === 'WIRE') {
    const { accounts, senderName, senderAccount } = rule.if
    return [
      ...ids('if_accounts', accounts?.map(nameOf)),
      ...quoted('if_senderName')(senderName),
      ...quoted('if_senderAccount')(senderAccount),
    ]
  }
  const { direction, cards, cardholder, merchantId, merchantName, categories, countries } = rule.if
  return [
    ...(direction ? [t(`if_direction_${direction}`)] : []),
    ...ids('if_cards', cards?.map(nameOf)),
    ...quoted('if_cardholder')(cardholder),
    ...quoted('if_merchantId')(merchantId),
    ...quoted('if_merchantName')(merchantName),
    ...(categories ? [t('if_categories', { text: categories.join(', ') })] : []),
    ...(countries ? [t('if_countries', { text: countries.join(', ') })] : []),
  ]
}

const ids = (key: 'if_cards' | 'if_accounts', list: readonly string[] | undefined): string[] =>
  list ? [t(key, { count: list.length, ids: list.join(', ') })] : []

function common({ amounts, hours, velocity }: AuthorisationRule['if']): string[] {
  return [
    ...(amounts ? [amounts.map(rangeText).join(t('or'))] : []),
    ...(hours ? [hoursText(hours)] : []),
    ...(velocity ? [velocityText(velocity)] : []),
  ]
}

function rangeText({ currency, from, to }: AmountRange): string {
  const money = (amount: number) => formatMoney({ currency, amount })
  if (from !== undefined && to !== undefined) return t('if_amountBoth', { from: money(from), to: money(to) })
  if (from !== undefined) return t('if_amountFrom', { from: money(from) })
  return to === undefined ? t('if_amountAny', { currency }) : t('if_amountTo', { to: money(to) })
}

export const dayText = (day: number): string => dayTexts[day - 1] ?? ''
const dayTexts = [t('day1'), t('day2'), t('day3'), t('day4'), t('day5'), t('day6'), t('day7')]

function hoursText({ zone, days, from, to }: Hours): string {
  const on = days ? [t('if_days', { days: days.map(dayText).join(', ') })] : []
  const at = from !== undefined && to !== undefined ? t('if_hours', { from, to, zone }) : t('if_zone', { zone })
  return [...on, at].join(' ')
}

function velocityText({ withinMinutes, moreThanRequests, moreThanAmount }: Velocity): string {
  const minutes = withinMinutes
  return [
    ...(moreThanRequests === undefined ? [] : [t('if_requests', { count: moreThanRequests, minutes })]),
    ...(moreThanAmount ? [t('if_money', { amount: formatMoney(moreThanAmount), minutes })] : []),
  ].join(t('or'))
}
