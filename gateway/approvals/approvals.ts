import type { Logger } from 'pino'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Audit } from '../audit/audit'
import { createSpending } from '../guard/limits'
import type { Hub } from '../live/hub'
import { createBulkContents } from './bulk-content'
import { createPayees } from './payee-table'
import { createProposalTable, factsOf, type ProposalRow, stepOf } from './proposal-table'
import { createRuleTable } from './rule-table'

type Needs = { store: Store; clock: Clock; hub: Hub; audit: Audit; log: Logger; upstreamHere: boolean }
export type Approvals = ReturnType<typeof createApprovals>

/** What two-person approval remembers, and the clock by which proposals expire. */
export function createApprovals({ store, clock, hub, audit, log, upstreamHere }: Needs) {
  const proposals = createProposalTable(store, clock)
  const spending = createSpending(store, clock, upstreamHere)
  let cancel = () => {}
  let stopped = false

  const tell = (identityId: string, operation: string, id: string) =>
    hub.publish(identityId, { type: 'changed', section: 'proposals', operation, id })

  async function expire(row: ProposalRow): Promise<void> {
    const { source } = factsOf(row)
    // Another gateway of the same database looks at the same clock: one of them writes it down.
    const change = { state: 'EXPIRED', ...(source === 'BULK' && { replay_key: null }) }
    if (!(await proposals.move(row, change, stepOf('EXPIRED')))) return
    await spending.drop(row.payment_key)
    const type = row.identity_type === 'CONSUMER' ? 'CONSUMER' : 'CORPORATE'
    await audit.note(
      {
        identity: { type, id: row.identity_id },
        operation: 'proposalExpired',
        section: 'proposals',
        resource: row.id,
        amounts: factsOf(row).totals,
        address: 'gateway',
      },
      { outcome: 'DONE', status: 200, proposal: row.id },
    )
    await tell(row.identity_id, 'proposalExpired', row.id)
  }

  /** Ends what has waited too long. Whoever reads or decides calls this first, so that no late timer shows or lets through. */
  async function expireDue(): Promise<void> {
    for (const row of await proposals.due()) await expire(row)
  }

  async function arm(): Promise<void> {
    const at = await proposals.nextExpiry()
    cancel()
    if (at === undefined || stopped) return
    cancel = clock.schedule(at, look)
  }
  function look(): void {
    expireDue()
      .then(arm)
      .catch((error: unknown) => log.error({ err: error }, 'ending old proposals failed'))
  }

  return {
    proposals,
    spending,
    rules: createRuleTable(store, clock),
    payees: createPayees(store, clock),
    contents: createBulkContents(store, clock),
    expireDue,
    tell,
    /** A proposal was made: it may be the next to expire. */
    made: arm,
    async start(): Promise<void> {
      await spending.prune()
      await expireDue()
      await arm()
    },
    stop(): void {
      stopped = true
      cancel()
    },
  }
}
