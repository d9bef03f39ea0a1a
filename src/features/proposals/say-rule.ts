import type { CurrencyAmount } from '#contract/common'
import type { ApprovalRuleInput } from '#contract/console/approval-rules'
import { formatMoney } from '@/lib/money'
import { r } from './rule-text'

type Conditions = Omit<ApprovalRuleInput, 'name'>

/** What a rule holds back, in words: "Transfers or wires in bulks of EUR 1,000.00 or more". */
export function sayRule({ kinds, source, amountAtLeast, totalAtLeast, firstTimeBeneficiary }: Conditions): string {
  const parts = [
    kinds ? either(kinds.map((kind) => r(`said_${kind}`))) : r('every'),
    source === 'BULK' ? r('saidBulk') : source === 'SINGLE' ? r('saidSingle') : undefined,
    amountAtLeast && r('saidAmount', { amounts: amounts(amountAtLeast) }),
    totalAtLeast && r('saidTotal', { amounts: amounts(totalAtLeast) }),
    firstTimeBeneficiary && r('saidFirst'),
  ]
  const sentence = parts.filter(Boolean).join(' ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const amounts = (list: readonly CurrencyAmount[]) => either(list.map((amount) => formatMoney(amount)))

function either(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : r('or', { first: words.slice(0, -1).join(', '), last })
}
