import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { CredentialId } from '../../contract/common'
import type { ApprovalRule } from '../../contract/console/approval-rules'
import { ProposalFacts, type ProposalState, ProposalStep } from '../../contract/console/proposals'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { ProposalTable as Row } from '../../storage/schema/proposals'
import { inTransaction, type Tx } from '../../storage/transaction'
import type { Session } from '../session/session-table'
import { digestOf } from './digest'

export type ProposalRow = Selectable<Row>
const HOUR_MS = 60 * 60_000
/** The newest so many are listed. */
const LISTED = 2_000

/** What is held back. */
export type Held = {
  operation: string
  params: Readonly<Record<string, string>>
  /** As it came, to be sent as it came. */
  body: string | null
  idempotencyRef: string
  replayKey: string
  paymentKey: string
  facts: ProposalFacts
  /** Of a bulk: what was remembered of its rows. */
  contentDigest: string
}
type Step = Omit<ProposalStep, 'at' | 'by'> & { by?: Session }

export const stepOf = (
  what: ProposalStep['what'],
  by?: Session,
  more: { comment?: string; code?: string } = {},
): Step => ({
  what,
  ...(by && { by }),
  ...more,
})

/** Over everything that an approver is shown and everything that will be sent. */
export const sealOf = (
  held: Pick<Held, 'operation' | 'params' | 'body' | 'idempotencyRef' | 'facts' | 'contentDigest'>,
  maker: string,
) =>
  digestOf({
    operation: held.operation,
    params: held.params,
    body: held.body,
    idempotencyRef: held.idempotencyRef,
    facts: held.facts,
    contentDigest: held.contentDigest,
    maker,
  })

export const factsOf = (row: Pick<ProposalRow, 'facts'>): ProposalFacts => ProposalFacts.parse(JSON.parse(row.facts))

export type ProposalTable = ReturnType<typeof createProposalTable>

/** The rows of `gateway_proposal` and their history, and nothing else. */
export function createProposalTable(store: Store, clock: Clock) {
  const { db } = store

  async function note(tx: Tx, proposalId: string, { by, ...step }: Step): Promise<void> {
    const last = await tx
      .selectFrom('gateway_proposal_step')
      .select(({ fn }) => fn.max<number | null>('position').as('position'))
      .where('proposal_id', '=', proposalId)
      .executeTakeFirst()
    await tx
      .insertInto('gateway_proposal_step')
      .values({
        proposal_id: proposalId,
        position: (last?.position ?? 0) + 1,
        what: step.what,
        at: clock.now(),
        person_id: by?.credentials.id ?? null,
        person_name: by?.name ?? null,
        comment: step.comment ?? null,
        code: step.code ?? null,
      })
      .execute()
  }

  return {
    /** Keeps what is held back. The same order again finds the proposal that it became. */
    async propose(
      held: Held,
      maker: Session,
      rule: Pick<ApprovalRule, 'id' | 'name'>,
      expiryHours: number,
    ): Promise<{ id: string; fresh: boolean }> {
      const now = clock.now()
      const row: Insertable<Row> = {
        id: randomUUID(),
        identity_id: maker.identity.id,
        identity_type: maker.identity.type,
        state: 'PENDING',
        operation: held.operation,
        params: JSON.stringify(held.params),
        body: held.body,
        idempotency_ref: held.idempotencyRef,
        replay_key: held.replayKey,
        payment_key: held.paymentKey,
        digest: sealOf(held, maker.credentials.id),
        facts: JSON.stringify(held.facts),
        maker_id: maker.credentials.id,
        maker_name: maker.name,
        maker_email: maker.email,
        rule_id: rule.id,
        rule_name: rule.name,
        created_at: now,
        expires_at: now + expiryHours * HOUR_MS,
        lease_until: 0,
      }
      return inTransaction(store, async (tx) => {
        const made = await tx
          .insertInto('gateway_proposal')
          .values(row)
          .onConflict((oc) => oc.column('replay_key').doNothing())
          .returning('id')
          .executeTakeFirst()
        if (made) {
          await note(tx, made.id, stepOf('PROPOSED', maker))
          return { id: made.id, fresh: true }
        }
        const there = await tx
          .selectFrom('gateway_proposal')
          .select('id')
          .where('replay_key', '=', held.replayKey)
          .executeTakeFirstOrThrow()
        return { id: there.id, fresh: false }
      })
    },

    byReplay: (replayKey: string): Promise<{ id: string; state: string } | undefined> =>
      db.selectFrom('gateway_proposal').select(['id', 'state']).where('replay_key', '=', replayKey).executeTakeFirst(),

    byId: (identityId: string, id: string): Promise<ProposalRow | undefined> =>
      db
        .selectFrom('gateway_proposal')
        .selectAll()
        .where('identity_id', '=', identityId)
        .where('id', '=', id)
        .executeTakeFirst(),

    /** Newest first. */
    list(identityId: string, states?: readonly ProposalState[], makerId?: string): Promise<ProposalRow[]> {
      let query = db.selectFrom('gateway_proposal').selectAll().where('identity_id', '=', identityId)
      if (states) query = query.where('state', 'in', [...states])
      if (makerId !== undefined) query = query.where('maker_id', '=', makerId)
      return query.orderBy('created_at', 'desc').orderBy('id').limit(LISTED).execute()
    },

    async history(id: string): Promise<ProposalStep[]> {
      const rows = await db
        .selectFrom('gateway_proposal_step')
        .selectAll()
        .where('proposal_id', '=', id)
        .orderBy('position')
        .execute()
      return rows.map((row) =>
        ProposalStep.parse({
          what: row.what,
          at: row.at,
          ...(row.person_id !== null && { by: { id: row.person_id, name: row.person_name } }),
          ...(row.comment !== null && { comment: row.comment }),
          ...(row.code !== null && { code: row.code }),
        }),
      )
    },

    /**
     * Moves a proposal on if it still is as it was when it was read, with a line of its history; false when somebody was
     * quicker.
     */
    move(was: ProposalRow, change: Partial<ProposalRow>, step?: Step): Promise<boolean> {
      return inTransaction(store, async (tx) => {
        const done = await tx
          .updateTable('gateway_proposal')
          .set(change)
          .where('id', '=', was.id)
          .where('state', '=', was.state)
          .where('lease_until', '=', was.lease_until)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return false
        if (step) await note(tx, was.id, step)
        return true
      })
    },

    /** Puts a proposal back as it was before it was claimed, and takes the line of the claim away. */
    async undo(was: ProposalRow, claimed: Pick<ProposalRow, 'lease_until'>): Promise<void> {
      const { id, state, lease_until, decided_by, decided_name, decided_at, comment, first_sent_at } = was
      await inTransaction(store, async (tx) => {
        const done = await tx
          .updateTable('gateway_proposal')
          .set({ state, lease_until, decided_by, decided_name, decided_at, comment, first_sent_at })
          .where('id', '=', id)
          .where('state', '=', 'EXECUTING')
          .where('lease_until', '=', claimed.lease_until)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) return
        await tx
          .deleteFrom('gateway_proposal_step')
          .where('proposal_id', '=', id)
          .where('position', '=', (eb) =>
            eb
              .selectFrom('gateway_proposal_step')
              .select(({ fn }) => fn.max('position').as('position'))
              .where('proposal_id', '=', id),
          )
          .execute()
      })
    },

    /** What waits and should wait no longer. */
    due: (): Promise<ProposalRow[]> =>
      db
        .selectFrom('gateway_proposal')
        .selectAll()
        .where('state', '=', 'PENDING')
        .where('expires_at', '<=', clock.now())
        .execute(),

    async nextExpiry(): Promise<number | undefined> {
      const row = await db
        .selectFrom('gateway_proposal')
        .select(({ fn }) => fn.min<number | null>('expires_at').as('at'))
        .where('state', '=', 'PENDING')
        .executeTakeFirst()
      return row?.at ?? undefined
    },
  }
}

/** Two sign-ins of one person are one person. */
export const isMaker = (row: ProposalRow, who: { credentials: CredentialId; email: string }): boolean =>
  row.maker_id === who.credentials.id || row.maker_email.toLowerCase() === who.email.toLowerCase()
