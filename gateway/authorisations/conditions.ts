import type {
  AmountRange,
  AuthorisationRule,
  CardConditions,
  Velocity,
  WireConditions,
} from '../../contract/console/authorisation-rules'
import type { Asked } from './asked'
import { within } from './hours'

/** Requests of the same card (or to the same account) within so many minutes, and their money; this one is in both. */
export type Facts = (withinMinutes: number) => { requests: number; amount: number }
type Test = (asked: Asked, facts: Facts) => boolean

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
const squeezed = (text: string) => folded(text).replace(/[\s-]+/g, '')

/** Whether all conditions of a rule hold. They are read once; what is asked of them 200 times a second is the answer. */
export function conditionsOf(rule: AuthorisationRule): Test {
  const { amounts, hours, velocity } = rule.if
  const tests = [...(rule.kind === 'CARD' ? ofCard(rule.if) : ofWire(rule.if))]
  if (amounts) tests.push((asked) => amounts.some((range) => inRange(range, asked)))
  if (hours) {
    const inside = within(hours)
    tests.push((asked) => inside(asked.at))
  }
  // Last, since it is the only one that costs something.
  if (velocity) tests.push((asked, facts) => isTooFast(velocity, asked, facts))
  return (asked, facts) => asked.kind === rule.kind && tests.every((test) => test(asked, facts))
}

function ofCard(rule: CardConditions): Test[] {
  const tests: Test[] = []
  const { direction, cards, cardholder, merchantId, merchantName, categories, countries } = rule
  if (direction) tests.push((asked) => asked.credit === (direction === 'CREDIT'))
  if (cards) tests.push(isOneOf(cards))
  if (cardholder !== undefined) {
    const name = holds(cardholder)
    tests.push((asked) => asked.cardUserId === cardholder || name(asked.cardholder))
  }
  if (merchantId !== undefined) tests.push((asked) => asked.partyId === merchantId)
  if (merchantName !== undefined) {
    const name = holds(merchantName)
    tests.push((asked) => name(asked.party))
  }
  if (categories) {
    const ranges = categories.map((text) => text.split('-'))
    tests.push(({ category = '' }) => ranges.some(([from = '', to = from]) => category >= from && category <= to))
  }
  if (countries) {
    const known = new Set(countries)
    tests.push(({ country }) => country !== undefined && known.has(country.toUpperCase()))
  }
  return tests
}

function ofWire({ accounts, senderName, senderAccount }: WireConditions): Test[] {
  const tests: Test[] = []
  if (accounts) tests.push(isOneOf(accounts))
  if (senderName !== undefined) {
    const name = holds(senderName)
    tests.push((asked) => name(asked.party))
  }
  if (senderAccount !== undefined) {
    const beginning = squeezed(senderAccount)
    tests.push(({ partyId }) => partyId !== undefined && squeezed(partyId).startsWith(beginning))
  }
  return tests
}

function isOneOf(ids: readonly string[]): Test {
  const known = new Set(ids)
  return (asked) => known.has(asked.instrumentId)
}

/** What is not known holds nothing. */
function holds(words: string): (text: string | undefined) => boolean {
  const part = folded(words)
  return (text) => text !== undefined && folded(text).includes(part)
}

const inRange = ({ currency, from = 0, to = Number.MAX_SAFE_INTEGER }: AmountRange, asked: Asked) =>
  asked.currency === currency && asked.amount >= from && asked.amount <= to

function isTooFast({ withinMinutes, moreThanRequests, moreThanAmount }: Velocity, asked: Asked, facts: Facts): boolean {
  const { requests, amount } = facts(withinMinutes)
  if (moreThanRequests !== undefined && requests > moreThanRequests) return true
  return moreThanAmount !== undefined && moreThanAmount.currency === asked.currency && amount > moreThanAmount.amount
}
