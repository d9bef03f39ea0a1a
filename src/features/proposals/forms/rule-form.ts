import * as z from 'zod'
import type { CurrencyAmount } from '#contract/common'
import { type ApprovalRuleInput, PaymentKind } from '#contract/console/approval-rules'
import { moneyRefusalText } from '@/components/form/money-text'
import { majorText, parseMoney } from '@/lib/money'
import { r } from '../rule-text'

/** Amounts as they are typed, by currency. */
const typed = z.record(z.string(), z.string()).superRefine((amounts, { addIssue }) => {
  for (const [currency, text] of Object.entries(amounts)) {
    const read = parseMoney(text, currency)
    if (!read.ok && read.reason !== 'EMPTY')
      addIssue({ code: 'custom', path: [currency], message: moneyRefusalText(read.reason, currency) })
  }
})

export const ruleForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: () => r('nameEmpty') })
    .max(80, { error: () => r('nameLong') }),
  kinds: z.array(PaymentKind),
  source: z.enum(['ANY', 'SINGLE', 'BULK']),
  amounts: typed,
  totals: typed,
  first: z.boolean(),
})
export type RuleForm = z.infer<typeof ruleForm>

/** The currencies of the programme, and those that the rule names already. */
export const ruleCurrencies = (rule: Partial<ApprovalRuleInput>, programme: readonly string[]): string[] => [
  ...new Set([
    ...programme,
    ...[...(rule.amountAtLeast ?? []), ...(rule.totalAtLeast ?? [])].map(({ currency }) => currency),
  ]),
]

/** The form of a rule that exists, or of an empty one. */
export function toRuleForm(rule: Partial<ApprovalRuleInput>, currencies: readonly string[]): RuleForm {
  const text = (list: readonly CurrencyAmount[] | undefined) =>
    Object.fromEntries(
      currencies.map((currency) => {
        const found = list?.find((amount) => amount.currency === currency)
        return [currency, found ? majorText(found) : '']
      }),
    )
  return {
    name: rule.name ?? '',
    kinds: [...(rule.kinds ?? [])],
    source: rule.source ?? 'ANY',
    amounts: text(rule.amountAtLeast),
    totals: text(rule.totalAtLeast),
    first: rule.firstTimeBeneficiary ?? false,
  }
}

/** What is sent: a condition that asks nothing is left out. */
export function toRuleInput(form: RuleForm): ApprovalRuleInput {
  const { name, kinds, source, amounts, totals, first } = form
  const amountAtLeast = read(amounts)
  const totalAtLeast = read(totals)
  return {
    name: name.trim(),
    ...(kinds.length > 0 && { kinds: PaymentKind.options.filter((kind) => kinds.includes(kind)) }),
    ...(source !== 'ANY' && { source }),
    ...(amountAtLeast.length > 0 && { amountAtLeast }),
    ...(totalAtLeast.length > 0 && { totalAtLeast }),
    ...(first && { firstTimeBeneficiary: true as const }),
  }
}

const read = (amounts: Record<string, string>): CurrencyAmount[] =>
  Object.entries(amounts).flatMap(([currency, text]) => {
    const parsed = parseMoney(text, currency)
    return parsed.ok ? [{ currency, amount: parsed.amount }] : []
  })
