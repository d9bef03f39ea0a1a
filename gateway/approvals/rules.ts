import type { CurrencyAmount } from '../../contract/common'
import type { ApprovalRule } from '../../contract/console/approval-rules'
import type { Payment, PaymentLine } from './read-payment'

/**
 * The first rule that a payment matches. `isNew` says whether a payee was never paid before. A bulk whose content is not
 * known matches every rule that might reach it.
 */
export function matchingRule<R extends Omit<ApprovalRule, 'changedBy'>>(
  rules: readonly R[],
  payment: Payment,
  isNew: (payee: string) => boolean,
): R | undefined {
  return rules.find((rule) => matches(rule, payment, isNew))
}

type Conditions = Pick<ApprovalRule, 'kinds' | 'source' | 'amountAtLeast' | 'totalAtLeast' | 'firstTimeBeneficiary'>

function matches(rule: Conditions, { facts, lines }: Payment, isNew: (payee: string) => boolean): boolean {
  if (rule.kinds && !rule.kinds.includes(facts.kind)) return false
  if (rule.source && rule.source !== facts.source) return false
  if (facts.contentUnknown) return true
  if (rule.totalAtLeast && !facts.totals.some((total) => reaches(total, rule.totalAtLeast))) return false
  // Conditions on a row are met by one and the same row.
  if (!rule.amountAtLeast && !rule.firstTimeBeneficiary) return true
  return lines.some((line) => lineMatches(rule, line, isNew))
}

function lineMatches(rule: Conditions, line: PaymentLine, isNew: (payee: string) => boolean): boolean {
  if (!reaches({ currency: line.currency, amount: line.largest }, rule.amountAtLeast)) return false
  return !rule.firstTimeBeneficiary || isNew(line.payee)
}

function reaches({ currency, amount }: CurrencyAmount, thresholds: readonly CurrencyAmount[] | undefined): boolean {
  if (!thresholds) return true
  return thresholds.some((threshold) => threshold.currency === currency && amount >= threshold.amount)
}
