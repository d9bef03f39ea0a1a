import type { RuleAction, RuleList } from '../../contract/console/authorisation-rules'
import type { Rehearsal } from '../../contract/console/authorisations'
import type { Asked } from './asked'
import { compileRules } from './compile-rules'
import type { Row } from './keeper'
import { viewOf } from './request-table'
import { type Past, velocityInPast } from './velocity'

const MOST_SHOWN = 200
const counter = { APPROVE: 'approved', DECLINE: 'declined', ASK: 'asked' } as const

/** What rules would have made of past requests (newest first); `before` are older ones that velocities count as well. */
export function rehearse(list: RuleList, rows: readonly Row[], before: readonly Row[]): Rehearsal {
  const rules = compileRules(list)
  const past = new Map([...before, ...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(pastOf))
  const factsOf = velocityInPast([...past.values()])
  const counted = { approved: 0, declined: 0, asked: 0 }
  const wouldBe = { approved: 0, declined: 0, asked: 0 }
  const differences: Rehearsal['differences'] = []
  let different = 0
  for (const row of rows) {
    const asked = past.get(row.id)
    if (!asked) continue
    const outcome = rules.decide(asked, factsOf(asked))
    const was = actionOf(row)
    counted[counter[was]]++
    wouldBe[counter[outcome.action]]++
    if (outcome.action === was) continue
    different++
    if (differences.length < MOST_SHOWN)
      differences.push({ authorisation: viewOf(row), was, outcome: shortOf(outcome) })
  }
  return { looked: rows.length, was: counted, wouldBe, different, differences }
}

type Outcome = ReturnType<ReturnType<typeof compileRules>['decide']>
function shortOf(outcome: Outcome): Rehearsal['differences'][number]['outcome'] {
  if (outcome.by === 'UNMATCHED') return { by: outcome.by, action: outcome.action }
  const { id, name, position } = outcome.rule
  return { by: outcome.by, action: outcome.action, rule: { id, name, position } }
}

const actionOf = ({ action }: Row): RuleAction =>
  action === 'ASK' ? 'ASK' : action === 'APPROVE' ? 'APPROVE' : 'DECLINE'

function pastOf(row: Row): [string, Past] {
  const asked: Asked = {
    kind: row.kind === 'WIRE' ? 'WIRE' : 'CARD',
    credit: row.credit === 1,
    currency: row.currency,
    amount: row.amount,
    instrumentId: row.instrument_id,
    ...(row.cardholder !== null && { cardholder: row.cardholder }),
    ...(row.card_user_id !== null && { cardUserId: row.card_user_id }),
    party: row.party,
    ...(row.party_id !== null && { partyId: row.party_id }),
    ...(row.category !== null && { category: row.category }),
    ...(row.country !== null && { country: row.country }),
    at: row.at,
  }
  return [row.id, { ...asked, declined: row.state === 'DECLINED' }]
}
