import type { InstrumentTransaction, SystemTransaction } from '../../../contract/instrument-transactions'
import { paymentViews } from '../card-payments/list-payments'
import type { ActorCtx } from '../context'
import { correspondentView } from '../correspondents/correspondent-view'
import { feeView } from '../fees/fee-view'
import { incomingWireView } from '../incoming-wires/incoming-wire-view'
import { sendView } from '../sends/send-view'
import type { EntryRow } from '../statements/read-entries'
import { transferView } from '../transfers/transfer-view'
import { wireView } from '../wires/wire-view'
import type { ActivityRow } from './activity'
import { activityStatus } from './activity-status'

export type Detail = NonNullable<InstrumentTransaction['transaction']>
/** A fee or a correction is one thing on each of its instruments; everything else is the same from all sides. */
export const detailKey = ({ id, type, instrument_id }: Pick<ActivityRow, 'id' | 'type' | 'instrument_id'>) =>
  isBooked(type) ? `${id} ${instrument_id}` : id

type Kind = ActivityRow['type']
const isBooked = (type: Kind) => type === 'fees' || type === 'system_transactions'

/** The transactions behind a page, as their own resources answer them, by `detailKey`; one query for each kind. */
export async function findDetails(ctx: ActorCtx, rows: readonly ActivityRow[]): Promise<Map<string, Detail>> {
  const details = new Map<string, Detail>()
  const idsOf = (type: Kind) => [...new Set(rows.filter((row) => row.type === type).map((row) => row.id))]
  const ids = idsOf('transfers')
  if (ids.length > 0)
    for (const row of await ctx.tx.selectFrom('sandbox_transfer').selectAll().where('id', 'in', ids).execute())
      details.set(row.id, transferView(row))
  await findSends(ctx, idsOf('sends'), details)
  const wires = idsOf('outgoing_wire_transfers')
  if (wires.length > 0)
    for (const row of await ctx.tx.selectFrom('sandbox_wire').selectAll().where('id', 'in', wires).execute())
      details.set(row.id, wireView(row))
  const others = idsOf('correspondent_bank_transfers')
  if (others.length > 0) {
    const query = ctx.tx.selectFrom('sandbox_correspondent_transfer').selectAll().where('id', 'in', others)
    for (const row of await query.execute()) details.set(row.id, correspondentView(row))
  }
  const incoming = idsOf('incoming_wire_transfers')
  if (incoming.length > 0)
    for (const row of await ctx.tx.selectFrom('sandbox_deposit').selectAll().where('id', 'in', incoming).execute())
      details.set(row.id, incomingWireView(row))
  const paid = idsOf('card_payments')
  if (paid.length > 0) {
    const payments = await ctx.tx.selectFrom('sandbox_card_payment').selectAll().where('id', 'in', paid).execute()
    for (const view of await paymentViews(ctx, payments)) details.set(view.id, view)
  }
  await findBooked(
    ctx,
    rows.filter(({ type }) => isBooked(type)),
    details,
  )
  return details
}

async function findSends(ctx: ActorCtx, ids: readonly string[], details: Map<string, Detail>): Promise<void> {
  if (ids.length === 0) return
  for (const row of await ctx.tx.selectFrom('sandbox_send').selectAll().where('id', 'in', ids).execute()) {
    const mine = row.identity_id === ctx.actor.identityId
    // The payee sees where the money came from and what for, not the payer's own notes about it.
    const shown = { ...row, tag: null, beneficiary_id: null, exemption: null, source_fee: 0, scheduled_at: null }
    details.set(row.id, sendView(mine ? row : shown))
  }
}

async function findBooked(ctx: ActorCtx, rows: readonly ActivityRow[], details: Map<string, Detail>): Promise<void> {
  if (rows.length === 0) return
  const accounts = [...new Set(rows.map((row) => row.instrument_id))]
  const entries = await ctx.tx
    .selectFrom('sandbox_ledger_entry')
    .selectAll()
    .where('account', 'in', accounts)
    .where(
      'transaction_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  for (const row of rows) {
    const entry = entries.find((one) => one.transaction_id === row.id && one.account === row.instrument_id)
    if (!entry) continue
    const instrument = { id: row.instrument_id, type: row.instrument_type }
    details.set(detailKey(row), row.type === 'fees' ? feeView(entry, instrument) : systemView(entry, instrument))
  }
}

function systemView(entry: EntryRow, instrument: SystemTransaction['instrument']): SystemTransaction {
  const { systemTransactionType: type, note }: Record<string, string> = JSON.parse(entry.additional_fields)
  const isReplacement = type === 'LOST_STOLEN_REPLACEMENT_BALANCE_TRANSFER'
  return {
    id: entry.transaction_id,
    subtype: isReplacement ? 'lost_stolen_replacement_balance_transfers' : 'balance_adjustments',
    amount: { currency: entry.currency, amount: Math.abs(entry.actual) },
    instrument,
    status: activityStatus(entry.state),
    ...(note !== undefined && { reason: note.slice(0, 255) }),
    creationTimestamp: entry.created_at,
    lastUpdatedTimestamp: entry.created_at,
  }
}
