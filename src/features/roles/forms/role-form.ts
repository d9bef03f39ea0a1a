import * as z from 'zod'
import { covers, type Reach } from '#contract/console/covers'
import type { PaymentLimit } from '#contract/console/limits'
import type { ConsoleRole, RoleOrder, Scope } from '#contract/console/roles'
import { everybodys, permissions, withEverybodys } from '#contract/permissions'
import { moneyRefusalText } from '@/components/form/money-text'
import { formatMoney, majorText, parseMoney } from '@/lib/money'
import { t } from '../text'

/** All, or those that are ticked. What was ticked is kept while "all" is chosen. */
const scope = z.object({ which: z.enum(['all', 'chosen']), ids: z.array(z.string()) })
/** Amounts as they are typed. */
const limit = z.object({ perPayment: z.string(), perDay: z.string() })

const fields = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: () => t('nameEmpty') })
    .max(50, { error: () => t('nameLong') }),
  description: z
    .string()
    .trim()
    .max(200, { error: () => t('aboutLong') }),
  permissions: z.array(z.enum(permissions)),
  accounts: scope,
  cards: scope,
  limits: z.record(z.string(), limit),
})
export type RoleForm = z.infer<typeof fields>

/** What is typed about a role. Nobody can give wider limits than their own, which are `mine`. */
export const roleForm = (mine: readonly PaymentLimit[]) =>
  fields.superRefine((form, { addIssue }) => {
    for (const kind of ['accounts', 'cards'] as const) {
      const { which, ids } = form[kind]
      if (which === 'chosen' && ids.length === 0 && form.permissions.includes(`${kind}.view`))
        addIssue({ code: 'custom', path: [kind, 'ids'], message: t('chooseOne') })
    }
    // A role that pays nothing needs no limits, whatever one's own are.
    const within = covers({ permissions, accounts: 'all', cards: 'all', limits: mine }, toReach(form))
    for (const [currency, typed] of Object.entries(form.limits)) {
      const own = within ? undefined : mine.find((each) => each.currency === currency)
      for (const { kind, message } of limitProblems(currency, typed, own))
        addIssue({ code: 'custom', path: ['limits', currency, kind], message })
    }
  })

type Kind = 'perPayment' | 'perDay'
type Problem = { kind: Kind; message: string }

function limitProblems(currency: string, typed: RoleForm['limits'][string], own: PaymentLimit | undefined): Problem[] {
  const problems: Problem[] = []
  const read = { perPayment: parseMoney(typed.perPayment, currency), perDay: parseMoney(typed.perDay, currency) }
  for (const kind of ['perPayment', 'perDay'] as const) {
    const [amount, most] = [read[kind], own?.[kind]]
    if (!amount.ok && amount.reason !== 'EMPTY')
      problems.push({ kind, message: moneyRefusalText(amount.reason, currency) })
    else if (most !== undefined && (!amount.ok || amount.amount > most))
      problems.push({ kind, message: t('limitOwn', { limit: formatMoney({ currency, amount: most }) }) })
  }
  const { perPayment, perDay } = read
  if (perPayment.ok && perDay.ok && perPayment.amount > perDay.amount) {
    const day = formatMoney({ currency, amount: perDay.amount })
    problems.push({ kind: 'perPayment', message: t('limitOrder', { day }) })
  }
  return problems
}

const fromScope = (given: Scope): RoleForm['accounts'] =>
  given === 'all' ? { which: 'all', ids: [] } : { which: 'chosen', ids: [...given] }

/** The form of a role that exists, or of an empty one; `currencies` are those that have fields of their own. */
export function toRoleForm(role: Partial<ConsoleRole>, currencies: readonly string[]): RoleForm {
  const typed = (currency: string, kind: Kind) => {
    const amount = role.limits?.find((each) => each.currency === currency)?.[kind]
    return amount === undefined ? '' : majorText({ currency, amount })
  }
  return {
    name: role.name ?? '',
    description: role.description ?? '',
    permissions: [...(role.permissions ?? everybodys)],
    accounts: fromScope(role.accounts ?? 'all'),
    cards: fromScope(role.cards ?? 'all'),
    limits: Object.fromEntries(
      limitCurrencies(role, currencies).map((currency) => [
        currency,
        { perPayment: typed(currency, 'perPayment'), perDay: typed(currency, 'perDay') },
      ]),
    ),
  }
}

/** The currencies of the programme, and those in which the role has a limit already. */
export const limitCurrencies = (role: Partial<ConsoleRole>, currencies: readonly string[]): string[] => [
  ...new Set([...currencies, ...(role.limits ?? []).map(({ currency }) => currency)]),
]

const toScope = ({ which, ids }: RoleForm['accounts']): Scope => (which === 'all' ? 'all' : ids)

const toReach = ({ permissions: given, accounts, cards, limits }: RoleForm): Reach => ({
  permissions: given,
  accounts: toScope(accounts),
  cards: toScope(cards),
  limits: Object.entries(limits).flatMap(([currency, typed]) => toLimit(currency, typed)),
})

/** What is sent. Signing in and out belongs to every role, whatever else it may do. */
export function toRoleOrder(form: RoleForm): RoleOrder {
  const { name, description, ...rest } = fields.parse(form)
  const reach = toReach({ name, description, ...rest })
  return {
    name,
    description,
    permissions: withEverybodys(rest.permissions),
    accounts: toScope(rest.accounts),
    cards: toScope(rest.cards),
    limits: [...reach.limits],
  }
}

function toLimit(currency: string, typed: RoleForm['limits'][string]): PaymentLimit[] {
  const [payment, day] = [parseMoney(typed.perPayment, currency), parseMoney(typed.perDay, currency)]
  if (!payment.ok && !day.ok) return []
  return [
    {
      currency,
      ...(payment.ok ? { perPayment: payment.amount } : {}),
      ...(day.ok ? { perDay: day.amount } : {}),
    },
  ]
}
