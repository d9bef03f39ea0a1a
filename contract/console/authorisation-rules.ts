import * as z from 'zod'
import { Currency, CurrencyAmount, Id } from '../common'
import { authorisationKinds } from './authorisation-words'

export const AuthorisationKind = z.enum(authorisationKinds)
export type AuthorisationKind = z.infer<typeof AuthorisationKind>

export const Verdict = z.enum(['APPROVE', 'DECLINE'])
export type Verdict = z.infer<typeof Verdict>
/** What a rule does with what it matches; ASK leaves it to a person for as long as there is time. */
export const RuleAction = z.enum(['APPROVE', 'DECLINE', 'ASK'])
export type RuleAction = z.infer<typeof RuleAction>

const words = z.string().trim().min(1).max(100)
const some = <S extends z.ZodType>(item: S, most: number) => z.array(item).min(1).max(most)

/** From and to belong to it. Amounts of other currencies are not in it. */
export const AmountRange = z
  .object({ currency: Currency, from: z.int().min(0).optional(), to: z.int().min(0).optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] })
export type AmountRange = z.infer<typeof AmountRange>

const knownZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/**
 * Days and hours as a clock in `zone` shows them. From belongs to it, to does not; where `to` is not after `from` the hours
 * go over midnight. Monday is 1, Sunday 7, and the day is that of the moment, also after midnight.
 */
export const Hours = z
  .object({
    zone: z.string().max(64).refine(knownZone),
    days: some(z.int().min(1).max(7), 7).optional(),
    from: clock.optional(),
    to: clock.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { path: ['to'] })
export type Hours = z.infer<typeof Hours>

/**
 * More requests, or more money, of the same card (or to the same account) than that within so many minutes, this one
 * included. Money counts what was not declined and is no credit, in the currency that is named.
 */
export const Velocity = z
  .object({
    withinMinutes: z.int().min(1).max(44_640),
    moreThanRequests: z.int().min(0).max(100_000).optional(),
    moreThanAmount: CurrencyAmount.optional(),
  })
  .refine((v) => v.moreThanRequests !== undefined || v.moreThanAmount !== undefined, { path: ['moreThanRequests'] })
export type Velocity = z.infer<typeof Velocity>

const anyKind = {
  amounts: some(AmountRange, 20).optional(),
  hours: Hours.optional(),
  velocity: Velocity.optional(),
}

export const CardDirection = z.enum(['PURCHASE', 'CREDIT'])
export type CardDirection = z.infer<typeof CardDirection>

/** All that are there must hold; none at all holds for everything. */
export const CardConditions = z.object({
  /** What a shop takes, or what it gives back. */
  direction: CardDirection.optional(),
  cards: some(Id, 200).optional(),
  /** Stands in the name on the card, or is the id of its user. */
  cardholder: words.optional(),
  /** The merchant's id, whole. */
  merchantId: words.optional(),
  /** Stands in the merchant's name. */
  merchantName: words.optional(),
  /** Merchant category codes and ranges of them, as in `5811-5814`. */
  categories: some(z.string().regex(/^\d{4}(-\d{4})?$/), 200).optional(),
  /** As the request writes them, capitals or not. */
  countries: some(z.string().regex(/^[A-Z]{2,3}$/), 300).optional(),
  ...anyKind,
})
export type CardConditions = z.infer<typeof CardConditions>

export const WireConditions = z.object({
  /** Accounts that the money is to come in on. */
  accounts: some(Id, 200).optional(),
  /** Stands in the sender's name. */
  senderName: words.optional(),
  /** The sender's IBAN or account number, or the beginning of it; spaces do not matter. */
  senderAccount: words.optional(),
  ...anyKind,
})
export type WireConditions = z.infer<typeof WireConditions>

const ruled = {
  /** Chosen by who makes it; stays the same when the rule is moved or changed. */
  id: z.uuid(),
  name: words,
  /** A rule that is off stays in its place and is passed over. */
  on: z.boolean(),
  action: RuleAction,
  /** Kept with each decision. */
  reason: z.string().trim().min(1).max(200),
}
export const CardRule = z.object({ ...ruled, kind: z.literal('CARD'), if: CardConditions })
export const WireRule = z.object({ ...ruled, kind: z.literal('WIRE'), if: WireConditions })
export const AuthorisationRule = z.discriminatedUnion('kind', [CardRule, WireRule])
export type CardRule = z.infer<typeof CardRule>
export type WireRule = z.infer<typeof WireRule>
export type AuthorisationRule = z.infer<typeof AuthorisationRule>

/** What holds where no rule matches, and where nobody answers in time. */
export const RuleDefaults = z.object({ unmatched: Verdict, unanswered: Verdict })
export type RuleDefaults = z.infer<typeof RuleDefaults>

/** Rules in their order: the first of its kind that matches decides. */
export const RuleList = z.object({
  rules: z
    .array(AuthorisationRule)
    .max(200)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length),
  defaults: z.object({ CARD: RuleDefaults, WIRE: RuleDefaults }),
})
export type RuleList = z.infer<typeof RuleList>

/** `version` counts every change; 0 is nobody has made rules yet. */
export const RuleSet = RuleList.extend({
  version: z.int(),
  changedAt: z.int().optional(),
  changedBy: z.string().optional(),
})
export type RuleSet = z.infer<typeof RuleSet>

/** Before anybody has made rules nothing changes for anybody: all passes. What is asked about and stays unanswered does not. */
export const firstRules: RuleSet = {
  version: 0,
  rules: [],
  defaults: {
    CARD: { unmatched: 'APPROVE', unanswered: 'DECLINE' },
    WIRE: { unmatched: 'APPROVE', unanswered: 'DECLINE' },
  },
}
