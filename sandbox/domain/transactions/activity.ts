import { type RawBuilder, sql } from 'kysely'
import type { InstrumentId } from '../../../contract/common'
import type { StatementV2Entry } from '../../../contract/statements'
import type { ActorCtx } from '../context'

/** A transaction as one instrument of the identity sees it, whatever its kind. */
export type ActivityRow = {
  id: string
  type: StatementV2Entry['transaction']['type']
  /** In the words of its kind. */
  state: string
  instrument_id: string
  instrument_type: InstrumentId['type']
  direction: 'CREDIT' | 'DEBIT'
  currency: string
  /** Minor units, never negative. */
  amount: number
  /** What this side pays for it. */
  fee: number
  created_at: number
  updated_at: number
}

/** Everything that happened on the identity's instruments, or is about to: a query's table under the name `activity`. */
export const activityOf = ({ tx, actor }: ActorCtx) =>
  tx.selectFrom(sql<ActivityRow>`(${sql.join(sources(actor.identityId), sql` union all `)})`.as('activity'))

/** One query for each kind and side, all with the same columns in the same order. */
const sources = (identity: string): RawBuilder<unknown>[] => [
  sql`select id, 'transfers' as type, state, source_id as instrument_id, source_type as instrument_type,
      'DEBIT' as direction, currency, amount, 0 as fee, created_at, coalesce(executed_at, created_at) as updated_at
    from sandbox_transfer where identity_id = ${identity}`,
  sql`select id, 'transfers', state, destination_id, destination_type, 'CREDIT', currency, amount, 0, created_at,
      coalesce(executed_at, created_at)
    from sandbox_transfer where identity_id = ${identity}`,
  sql`select id, 'sends', state, source_id, source_type, 'DEBIT', currency, amount, source_fee, created_at,
      coalesce(executed_at, created_at)
    from sandbox_send where identity_id = ${identity}`,
  // Whoever is paid hears of a payment when it has arrived.
  sql`select s.id, 'sends', s.state, s.destination_id, s.destination_type, 'CREDIT', s.currency, s.amount,
      s.destination_fee, s.created_at, coalesce(s.executed_at, s.created_at)
    from sandbox_instrument i join sandbox_send s on s.destination_id = i.id
    where i.identity_id = ${identity} and s.state = 'COMPLETED'`,
  sql`select id, 'outgoing_wire_transfers', state, source_id, 'managed_accounts', 'DEBIT', currency, amount, fee,
      created_at, coalesce(executed_at, created_at)
    from sandbox_wire where identity_id = ${identity}`,
  sql`select id, 'correspondent_bank_transfers', state, source_id, 'managed_accounts', 'DEBIT', currency, amount, 0,
      created_at, coalesce(executed_at, created_at)
    from sandbox_correspondent_transfer where identity_id = ${identity}`,
  sql`select id, 'incoming_wire_transfers', state, instrument_id, 'managed_accounts', 'CREDIT', currency, amount, 0,
      created_at, updated_at
    from sandbox_deposit where identity_id = ${identity}`,
  // What a debit card does is its account's, and may be asked for by the card.
  sql`select id, 'card_payments', status, account_id,
      case when account_id = card_id then 'managed_cards' else 'managed_accounts' end,
      case when type = 'REFUND' then 'CREDIT' else 'DEBIT' end, currency,
      case when status = 'SETTLED' then abs(moved) else amount end,
      case when type = 'CASH_WITHDRAWAL' then 1 else 0 end, created_at, updated_at
    from sandbox_card_payment where identity_id = ${identity} and status <> 'ASKED'`,
  booked(identity, 'fees', ['CHARGE_FEE', 'FEE_REVERSAL']),
  booked(identity, 'system_transactions', ['ADJUSTMENT', 'MANUAL_TRANSACTION', 'SYSTEM_TRANSACTION']),
]

/** What has no record of its own but its lines in the ledger. */
const booked = (identity: string, type: ActivityRow['type'], entries: string[]): RawBuilder<unknown> =>
  sql`select e.transaction_id, ${sql.lit(type)}, e.state, i.id, i.type,
      case when e.actual < 0 then 'DEBIT' else 'CREDIT' end, e.currency, abs(e.actual), 0, e.created_at, e.created_at
    from sandbox_instrument i join sandbox_ledger_entry e on e.account = i.id
    where i.identity_id = ${identity} and e.transaction_type in (${sql.join(entries)})`
