import { type AuthorisationKind, AuthorisationRule } from '#contract/console/authorisation-rules'
import { localZone } from '@/lib/dates'
import { majorText, parseMoney } from '@/lib/money'

/** What stands in the fields: text throughout, lists with commas. */
export type RuleValues = {
  name: string
  action: string
  reason: string
  on: boolean
  direction: string
  instruments: string
  cardholder: string
  partyId: string
  partyName: string
  categories: string
  countries: string
  amounts: Record<string, { from: string; to: string }>
  zone: string
  days: Record<string, boolean>
  fromHour: string
  toHour: string
  withinMinutes: string
  moreRequests: string
  moreAmount: string
  velocityCurrency: string
}
export type FieldName = keyof RuleValues | `amounts.${string}.${'from' | 'to'}`
export type BuiltRule = { ok: true; rule: AuthorisationRule } | { ok: false; fields: readonly FieldName[] }

/** What stands between commas. */
export const splitList = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** The fields of a rule, or of a new one. */
export function toValues(rule: AuthorisationRule | undefined, currencies: readonly string[]): RuleValues {
  const card = rule?.kind === 'CARD' ? rule.if : undefined
  const wire = rule?.kind === 'WIRE' ? rule.if : undefined
  const { amounts = [], hours, velocity } = rule?.if ?? {}
  const money = (currency: string, amount: number | undefined) =>
    amount === undefined ? '' : majorText({ currency, amount })
  return {
    name: rule?.name ?? '',
    action: rule?.action ?? 'DECLINE',
    reason: rule?.reason ?? '',
    on: rule?.on ?? true,
    direction: rule ? (card?.direction ?? '') : 'PURCHASE',
    instruments: (card?.cards ?? wire?.accounts ?? []).join(', '),
    cardholder: card?.cardholder ?? '',
    partyId: card?.merchantId ?? wire?.senderAccount ?? '',
    partyName: card?.merchantName ?? wire?.senderName ?? '',
    categories: (card?.categories ?? []).join(', '),
    countries: (card?.countries ?? []).join(', '),
    amounts: Object.fromEntries(
      currencies.map((currency) => {
        const range = amounts.find((one) => one.currency === currency)
        return [currency, { from: money(currency, range?.from), to: money(currency, range?.to) }]
      }),
    ),
    zone: hours?.zone ?? localZone(),
    days: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`d${day}`, hours?.days?.includes(day) ?? false])),
    fromHour: hours?.from ?? '',
    toHour: hours?.to ?? '',
    withinMinutes: velocity ? String(velocity.withinMinutes) : '',
    moreRequests: velocity?.moreThanRequests === undefined ? '' : String(velocity.moreThanRequests),
    moreAmount: velocity?.moreThanAmount ? majorText(velocity.moreThanAmount) : '',
    velocityCurrency: velocity?.moreThanAmount?.currency ?? currencies[0] ?? 'EUR',
  }
}

/** Where a complaint of the contract belongs in the form. */
const places: Readonly<Record<string, FieldName>> = {
  cards: 'instruments',
  accounts: 'instruments',
  merchantId: 'partyId',
  senderAccount: 'partyId',
  merchantName: 'partyName',
  senderName: 'partyName',
}

/** The rule that the fields say, or the fields that are not right. */
export function toRule(id: string, kind: AuthorisationKind, values: RuleValues): BuiltRule {
  const wrong: FieldName[] = []
  const money = (text: string, currency: string, field: FieldName): number | undefined => {
    if (text.trim() === '') return undefined
    const parsed = parseMoney(text, currency)
    if (!parsed.ok) wrong.push(field)
    return parsed.ok ? parsed.amount : undefined
  }
  const text = (value: string) => value.trim() || undefined
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined)
  const whole = (value: string) => (value.trim() === '' ? undefined : Number(value))

  const amounts = Object.entries(values.amounts).flatMap(([currency, range]) => {
    const from = money(range.from, currency, `amounts.${currency}.from`)
    const to = money(range.to, currency, `amounts.${currency}.to`)
    if (from !== undefined && to !== undefined && from > to) wrong.push(`amounts.${currency}.to`)
    return from === undefined && to === undefined ? [] : [{ currency, from, to }]
  })
  const days = some([1, 2, 3, 4, 5, 6, 7].filter((day) => values.days[`d${day}`]))
  const [from, to] = [text(values.fromHour), text(values.toHour)]
  const currency = values.velocityCurrency
  const limit = money(values.moreAmount, currency, 'moreAmount')
  const fast = values.withinMinutes.trim() !== '' || values.moreRequests.trim() !== '' || limit !== undefined
  const parsed = AuthorisationRule.safeParse({
    id,
    kind,
    name: values.name,
    action: values.action,
    reason: values.reason,
    on: values.on,
    if: {
      ...(kind === 'CARD'
        ? {
            direction: text(values.direction),
            cards: some(splitList(values.instruments)),
            cardholder: text(values.cardholder),
            merchantId: text(values.partyId),
            merchantName: text(values.partyName),
            categories: some(splitList(values.categories)),
            countries: some(splitList(values.countries.toUpperCase())),
          }
        : {
            accounts: some(splitList(values.instruments)),
            senderName: text(values.partyName),
            senderAccount: text(values.partyId),
          }),
      amounts: some(amounts),
      hours: days || from || to ? { zone: values.zone, days, from, to } : undefined,
      velocity: fast
        ? {
            withinMinutes: whole(values.withinMinutes),
            moreThanRequests: whole(values.moreRequests),
            moreThanAmount: limit === undefined ? undefined : { currency, amount: limit },
          }
        : undefined,
    },
  })
  // What is wrong with an amount was found above, with its currency.
  const others = parsed.error?.issues.filter(({ path }) => path[1] !== 'amounts') ?? []
  wrong.push(...others.map(({ path }) => placeOf(path)))
  return parsed.success && wrong.length === 0 ? { ok: true, rule: parsed.data } : { ok: false, fields: wrong }
}

function placeOf(path: readonly PropertyKey[]): FieldName {
  const [first, second, third] = path.map(String)
  if (first === 'name' || first === 'reason' || first === 'action') return first
  if (second === 'hours') return third === 'zone' ? 'zone' : third === 'from' ? 'fromHour' : 'toHour'
  if (second === 'velocity') return third === 'withinMinutes' ? 'withinMinutes' : 'moreRequests'
  if (second === 'cardholder' || second === 'categories' || second === 'countries') return second
  return places[second ?? ''] ?? 'name'
}
