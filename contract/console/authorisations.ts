import * as z from 'zod'
import { CurrencyAmount, Id, repeatable, Timestamp } from '../common'
import { endpoint } from '../endpoint'
import { AuthorisationKind, RuleAction, RuleList, RuleSet, Verdict } from './authorisation-rules'
import { authorisationKinds, authorisationStates, decidedBy } from './authorisation-words'

export const DecidedBy = z.enum(decidedBy)
export type DecidedBy = z.infer<typeof DecidedBy>

export const AuthorisationState = z.enum(authorisationStates)
export type AuthorisationState = z.infer<typeof AuthorisationState>

export const Authorisation = z.object({
  id: z.string(),
  kind: AuthorisationKind,
  state: AuthorisationState,
  by: DecidedBy.optional(),
  /** Whether a person was asked. */
  asked: z.boolean(),
  /** How the platform names the question, and the payment. */
  reference: z.string(),
  transactionId: z.string(),
  /** Money that a shop gives back. */
  credit: z.boolean(),
  /** In the currency of the card or the account, without what an exchange costs. */
  amount: CurrencyAmount,
  /** The card that pays, or the account that the money is to come in on. */
  instrumentId: Id,
  /** The name on the card, where the console has seen the card. */
  cardholder: z.string().optional(),
  /** The merchant's or the sender's name. */
  party: z.string(),
  /** The merchant's id, or the sender's account. */
  partyId: z.string().optional(),
  category: z.string().optional(),
  country: z.string().optional(),
  /** The rule as it was then. */
  rule: z.object({ id: z.string(), name: z.string(), action: RuleAction, position: z.int() }).optional(),
  rulesVersion: z.int(),
  reason: z.string().optional(),
  /** Who decided it. */
  person: z.string().optional(),
  /** When it came, by the console's clock. */
  at: Timestamp,
  /** Until when a person may answer; real time, as the platform's patience is. */
  deadline: z.int().optional(),
  /** From its arrival until the answer left, storage included; thousandths of a millisecond. Missing: not yet, or never. */
  tookUs: z.int().optional(),
})
export type Authorisation = z.infer<typeof Authorisation>

/** As the platform asked, without the papers of the company that it encloses. */
export const AuthorisationDetail = Authorisation.extend({ question: z.record(z.string(), z.unknown()) })
export type AuthorisationDetail = z.infer<typeof AuthorisationDetail>

const console = { section: 'authorisations', auth: 'token' } as const

export const listAuthorisations = endpoint({
  ...console,
  id: 'listAuthorisations',
  summary: 'List authorisation requests, newest first',
  method: 'GET',
  path: '/authorisations',
  permission: 'authorisations.view',
  query: z.object({
    kind: z.enum(authorisationKinds).optional(),
    state: repeatable(AuthorisationState).optional(),
    by: repeatable(DecidedBy).optional(),
    asked: z.boolean().optional(),
    instrument: Id.optional(),
    rule: z.string().max(64).optional(),
    /** Stands in the merchant's or sender's name. */
    party: z.string().trim().min(1).max(100).optional(),
    from: Timestamp.optional(),
    to: Timestamp.optional(),
    /** Goes on behind the last row of the page before: its `next`. */
    after: z.string().max(100).optional(),
    limit: z.int().min(1).max(100).optional(),
  }),
  responses: { 200: z.object({ authorisations: z.array(Authorisation), next: z.string().optional() }) },
})

export const waitingAuthorisations = endpoint({
  ...console,
  id: 'waitingAuthorisations',
  summary: 'What waits for a person, the most urgent first',
  method: 'GET',
  path: '/authorisations/waiting',
  permission: 'authorisations.view',
  // `now` lets the page show how much time is left whatever its own clock says.
  responses: { 200: z.object({ now: z.int(), authorisations: z.array(Authorisation) }) },
})

export const readAuthorisation = endpoint({
  ...console,
  id: 'readAuthorisation',
  summary: 'Read an authorisation request',
  method: 'GET',
  path: '/authorisations/{id}',
  permission: 'authorisations.view',
  params: z.object({ id: z.string().max(64) }),
  responses: { 200: AuthorisationDetail },
})

export const decideAuthorisation = endpoint({
  ...console,
  id: 'decideAuthorisation',
  summary: 'Approve or decline what waits',
  method: 'POST',
  path: '/authorisations/{id}/decide',
  permission: 'authorisations.decide',
  params: z.object({ id: z.string().max(64) }),
  body: z.object({ verdict: Verdict }),
  responses: { 200: Authorisation },
  errors: { 409: ['TOO_LATE', 'ALREADY_DECIDED'] },
})

export const readAuthorisationRules = endpoint({
  ...console,
  id: 'readAuthorisationRules',
  summary: 'Read the rules',
  method: 'GET',
  path: '/authorisation-rules',
  permission: 'authorisations.view',
  responses: { 200: RuleSet },
})

export const writeAuthorisationRules = endpoint({
  ...console,
  id: 'writeAuthorisationRules',
  summary: 'Put the whole list of rules in place',
  method: 'POST',
  path: '/authorisation-rules',
  permission: 'authorisations.manage',
  /** `version` is the one that was read; another one meanwhile is RULES_CHANGED. */
  body: RuleList.extend({ version: z.int().min(0) }),
  responses: { 200: RuleSet },
  errors: { 409: ['RULES_CHANGED'] },
})

/** What a request would have come to. */
const Outcome = z.object({
  action: RuleAction,
  by: z.enum(['RULE', 'UNMATCHED']),
  rule: z.object({ id: z.string(), name: z.string(), position: z.int() }).optional(),
})

export const rehearseAuthorisationRules = endpoint({
  ...console,
  id: 'rehearseAuthorisationRules',
  summary: 'What rules would have decided about past requests',
  method: 'POST',
  path: '/authorisation-rules/rehearse',
  changesNothing: true,
  permission: 'authorisations.view',
  body: RuleList.extend({ last: z.int().min(1).max(2000).optional(), from: Timestamp.optional() }),
  responses: {
    200: z.object({
      /** How many past requests were looked at. */
      looked: z.int(),
      was: z.object({ approved: z.int(), declined: z.int(), asked: z.int() }),
      wouldBe: z.object({ approved: z.int(), declined: z.int(), asked: z.int() }),
      /** How many would have met another action; the newest of them follow. */
      different: z.int(),
      differences: z.array(z.object({ authorisation: Authorisation, was: RuleAction, outcome: Outcome })).max(200),
    }),
  },
})
export type Rehearsal = z.infer<(typeof rehearseAuthorisationRules)['responses'][200]>
