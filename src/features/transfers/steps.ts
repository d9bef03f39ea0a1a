import type { CurrencyAmount } from '#contract/common'
import type { ManagedAccount } from '#contract/managed-accounts'
import { fromLocalText } from '@/lib/dates'
import { type MoneyRefusal, parseMoney } from '@/lib/money'
import { type StepId, stepIds } from './step-ids'

/** What the person has typed so far, as text; kept in session storage. */
export type TransferDraft = {
  from: string
  to: string
  amount: string
  description: string
  tag: string
  when: 'now' | 'later'
  /** `datetime-local` text, in the person's zone. */
  at: string
}

export const emptyDraft: TransferDraft = { from: '', to: '', amount: '', description: '', tag: '', when: 'now', at: '' }

/** What a draft is judged by. */
export type Facts = { accounts: readonly ManagedAccount[]; now: number; zone: string }

/** What the amount step proves: everything the request needs besides the two accounts. */
export type Payment = { amount: CurrencyAmount; description?: string; tag?: string; scheduledAt?: number }

/** A step carries what the steps before it proved, so that no screen has to check again. */
export type Step =
  | { id: 'from' }
  | { id: 'to'; source: ManagedAccount }
  | { id: 'amount'; source: ManagedAccount; destination: ManagedAccount }
  | { id: 'review'; source: ManagedAccount; destination: ManagedAccount; payment: Payment }

export type ReviewStep = Extract<Step, { id: 'review' }>

/** Why money cannot leave an account. */
export type SourceProblem = 'BLOCKED' | 'DESTROYED' | 'NOT_ENABLED'
/** Why money from the chosen source cannot go to an account. */
export type DestinationProblem = 'SAME' | 'CURRENCY' | SourceProblem

export function sourceProblem({ state }: ManagedAccount): SourceProblem | undefined {
  return state.state === 'ACTIVE' ? undefined : state.state
}

export function destinationProblem(source: ManagedAccount, account: ManagedAccount): DestinationProblem | undefined {
  if (account.id === source.id) return 'SAME'
  if (account.currency !== source.currency) return 'CURRENCY'
  return sourceProblem(account)
}

export type PaymentProblems = {
  amount?: MoneyRefusal | 'ZERO'
  description?: 'TOO_LONG' | 'CHARACTERS'
  tag?: 'TOO_LONG' | 'CHARACTERS'
  at?: 'EMPTY' | 'PAST'
}

/** The characters that the API takes in a description: plain ASCII without quotes of other kinds, brackets and `|~^`. */
const describable = /^[a-zA-Z0-9/\-?:().$_,'+\s#=!"%&*<>;{@\r\n]*$/
const taggable = /^[a-zA-Z0-9_-]*$/

/** Reads the amount step: the payment it proves, or what is wrong with which field. */
export function readPayment(
  draft: TransferDraft,
  currency: string,
  { now, zone }: Pick<Facts, 'now' | 'zone'>,
): { ok: true; payment: Payment } | { ok: false; problems: PaymentProblems } {
  const problems: PaymentProblems = {}
  const money = parseMoney(draft.amount, currency)
  if (!money.ok) problems.amount = money.reason
  else if (money.amount === 0) problems.amount = 'ZERO'
  const description = draft.description.trim()
  if (description.length > 255) problems.description = 'TOO_LONG'
  else if (!describable.test(description)) problems.description = 'CHARACTERS'
  const tag = draft.tag.trim()
  if (tag.length > 50) problems.tag = 'TOO_LONG'
  else if (!taggable.test(tag)) problems.tag = 'CHARACTERS'
  const scheduledAt = draft.when === 'later' ? fromLocalText(draft.at, zone) : undefined
  if (draft.when === 'later' && scheduledAt === undefined) problems.at = 'EMPTY'
  else if (scheduledAt !== undefined && scheduledAt <= now) problems.at = 'PAST'
  if (!money.ok || Object.keys(problems).length > 0) return { ok: false, problems }
  const payment: Payment = { amount: { currency, amount: money.amount } }
  if (description) payment.description = description
  if (tag) payment.tag = tag
  if (scheduledAt !== undefined) payment.scheduledAt = scheduledAt
  return { ok: true, payment }
}

/** The furthest step that the draft allows, with everything it has proved. */
export function furthestStep(draft: TransferDraft, facts: Facts): Step {
  const source = facts.accounts.find((account) => account.id === draft.from)
  if (!source || sourceProblem(source)) return { id: 'from' }
  const destination = facts.accounts.find((account) => account.id === draft.to)
  if (!destination || destinationProblem(source, destination)) return { id: 'to', source }
  const read = readPayment(draft, source.currency, facts)
  return read.ok ? { id: 'review', source, destination, payment: read.payment } : { id: 'amount', source, destination }
}

/** The step to show: the earlier of the one asked for and the furthest one. */
export function stepToShow(requested: StepId, furthest: Step): Step {
  if (stepIds.indexOf(requested) >= stepIds.indexOf(furthest.id) || furthest.id === 'from') return furthest
  if (requested === 'from') return { id: 'from' }
  if (requested === 'to' || furthest.id === 'to') return { id: 'to', source: furthest.source }
  return { id: 'amount', source: furthest.source, destination: furthest.destination }
}
