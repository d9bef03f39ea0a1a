import { randomBytes } from 'node:crypto'
import type { Verdict } from '../../contract/console/authorisation-rules'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Bus } from '../live/bus'
import type { Asked, Question } from './asked'
import type { CardHolders } from './card-holders'
import type { CompiledRules, Outcome } from './compile-rules'
import { folded } from './conditions'
import { inTurn } from './in-turn'
import type { Keeper, Row } from './keeper'
import type { News } from './news'
import type { RealTime } from './real-time'
import { type RequestTable, stateOf } from './request-table'
import type { RuleTable } from './rule-table'
import { noFacts, velocityOf } from './velocity'

const TOPIC = 'authorisation-settled'
/** From its arrival: what is left of the platform's second and a half is for the network and for keeping the answer. */
export const PERSON_MS = 1200

/** What the platform is told. NOBODY: it was asked before, and the gateway that was asked died over it. */
export type Answer = { id: string; result: 'APPROVED' | 'DENIED' } | 'OTHER_CONTENTS' | 'NOBODY'
type Needs = {
  store: Store
  clock: Clock
  time: RealTime
  bus: Bus
  table: RequestTable
  rules: RuleTable
  keeper: Keeper
  holders: CardHolders
  news: News
}

export type Desk = ReturnType<typeof createDesk>

/** Decides what the platform asks, by the rules or by a person. Everything is kept before it is answered. */
export function createDesk({ store, clock, time, bus, table, rules, keeper, holders, news }: Needs) {
  const turns = inTurn(store)
  const waiting = new Map<string, Set<() => void>>()
  bus.on(TOPIC, (id) => {
    for (const wake of waiting.get(id) ?? []) wake()
  })

  async function answer(question: Question): Promise<Answer> {
    const arrived = time.now()
    const list = await rules.of(question.identityId)
    const { row, isNew } = await decideAndKeep(question, list, arrived)
    if (!isNew) return again(question, list)
    if (row.state !== 'WAITING') {
      news.happened(row.identity_id, row.id)
      return told(row)
    }
    news.asked(row, time.now())
    return told(await settled(row, list))
  }

  async function decideAndKeep(question: Question, list: CompiledRules, arrived: number) {
    const holder = question.asked.kind === 'CARD' ? await holders.of(question.asked.instrumentId) : undefined
    const asked: Asked = {
      ...question.asked,
      at: clock.now(),
      ...(holder && { cardholder: holder.name }),
      ...(holder?.userId != null && { cardUserId: holder.userId }),
    }
    const windows = list.windows[asked.kind]
    if (windows.length === 0) {
      const row = rowOf(question, asked, list, list.decide(asked, noFacts), arrived)
      return { row, isNew: await keeper.add(row) }
    }
    // Two purchases of one card in the same moment must count each other.
    return turns(`${question.identityId} ${asked.instrumentId}`, async (db) => {
      const facts = await velocityOf({ db: db ?? store.db }, question.identityId, asked, windows)
      const row = rowOf(question, asked, list, list.decide(asked, facts), arrived)
      return { row, isNew: await (db ? keeper.addWithin(db, row) : keeper.add(row)) }
    })
  }

  /** The same question once more: the same answer, when there is one. */
  async function again({ asked, reference, digest }: Question, list: CompiledRules): Promise<Answer> {
    const row = await table.byReference(asked.kind, reference)
    if (!row || row.digest !== digest) return 'OTHER_CONTENTS'
    return told(row.state === 'WAITING' ? await settled(row, list) : row)
  }

  /** Waits for a person, here or at another gateway, until the time is up; then the default holds, unless one was faster. */
  async function settled(row: Row, list: CompiledRules): Promise<Row> {
    const deadline = row.deadline ?? 0
    for (;;) {
      await woken(row.id, deadline - time.now())
      const isOver = time.now() >= deadline
      if (isOver) {
        const verdict = list.defaults[kindOf(row)].unanswered
        const unanswered = { decided_by: 'UNANSWERED', person_id: null, person_name: null }
        if (await table.settle(row.id, verdict, unanswered)) news.happened(row.identity_id, row.id)
      }
      const now = await table.byId(row.id)
      if (!now) throw new Error('an authorisation request is gone')
      if (now.state !== 'WAITING') return now
    }
  }

  function woken(id: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const those = waiting.get(id) ?? new Set()
      const wake = () => {
        callOff()
        those.delete(wake)
        if (those.size === 0) waiting.delete(id)
        resolve()
      }
      const callOff = time.after(Math.max(0, ms), wake)
      waiting.set(id, those.add(wake))
    })
  }

  return {
    answer,

    /** A person's word: kept when it is the first and in time. */
    async decide(row: Row, verdict: Verdict, person: { id: string; name: string }): Promise<boolean> {
      if (row.state !== 'WAITING' || time.now() >= (row.deadline ?? 0)) return false
      const by = { decided_by: 'PERSON', person_id: person.id, person_name: person.name }
      if (!(await table.settle(row.id, verdict, by))) return false
      await bus.tell(TOPIC, row.id)
      news.happened(row.identity_id, row.id)
      return true
    },
  }
}

let counter = 0
/** In the order of coming, also within a millisecond: what came earlier is counted before what came later. */
function nextId(at: number): string {
  counter = (counter + 1) % 0x1_0000
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return `${hex(at, 12)}${hex(counter, 4)}${randomBytes(8).toString('hex')}`
}

const kindOf = (row: Row) => (row.kind === 'WIRE' ? 'WIRE' : 'CARD')

function told({ id, state }: Row): Answer {
  if (state === 'UNKNOWN') return 'NOBODY'
  return { id, result: state === 'APPROVED' ? 'APPROVED' : 'DENIED' }
}

function rowOf(question: Question, asked: Asked, { version }: CompiledRules, outcome: Outcome, arrived: number): Row {
  const asks = outcome.action === 'ASK'
  const rule = outcome.by === 'RULE' ? outcome.rule : undefined
  return {
    id: nextId(asked.at),
    identity_id: question.identityId,
    kind: asked.kind,
    reference: question.reference,
    digest: question.digest,
    transaction_id: question.transactionId,
    state: outcome.action === 'ASK' ? 'WAITING' : stateOf(outcome.action),
    decided_by: asks ? null : outcome.by,
    asked: asks ? 1 : 0,
    credit: asked.credit ? 1 : 0,
    currency: asked.currency,
    amount: asked.amount,
    instrument_id: asked.instrumentId,
    cardholder: asked.cardholder ?? null,
    card_user_id: asked.cardUserId ?? null,
    party: asked.party,
    party_search: folded(asked.party),
    party_id: asked.partyId ?? null,
    category: asked.category ?? null,
    country: asked.country ?? null,
    action: outcome.action,
    rule_id: rule?.id ?? null,
    rule_name: rule?.name ?? null,
    rule_position: rule?.position ?? null,
    rules_version: version,
    reason: outcome.by === 'RULE' ? outcome.reason : null,
    person_id: null,
    person_name: null,
    deadline: asks ? arrived + PERSON_MS : null,
    took_us: null,
    at: asked.at,
    question: question.document,
  }
}
