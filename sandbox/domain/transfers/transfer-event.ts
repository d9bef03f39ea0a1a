import type { Insertable } from 'kysely'
import { type LegacyTransferConflict, type TransferEvent, transfersWatch } from '../../../contract/events/transfers'
import type { SandboxTransferTable } from '../../../storage/schema/money'
import type { MoneyCtx } from '../ledger/batch'
import { emit } from '../outbox/emit'
import type { PairRefusal } from './instrument-pair'

export type TransferFailure = PairRefusal | 'FUNDS_INSUFFICIENT'

/** Tells the platform that a transfer came to a new state; `row` is the transfer after it. */
export async function emitTransfer(
  ctx: MoneyCtx,
  eventType: TransferEvent['eventType'],
  row: Insertable<SandboxTransferTable>,
  failure?: TransferFailure,
): Promise<void> {
  await emit(ctx, transfersWatch, {
    eventType,
    transfer: {
      id: { type: 'transfers', id: row.id },
      profileId: row.profile_id,
      ...(row.tag != null && { tag: row.tag }),
      source: { type: row.source_type, id: row.source_id },
      destination: { type: row.destination_type, id: row.destination_id },
      destinationAmount: { currency: row.currency, amount: String(row.amount) },
      state: row.state,
      creationTimestamp: String(row.created_at),
      ...(failure && { conflict: conflicts[failure] }),
      ...(row.scheduled_at != null && { scheduledTimestamp: String(row.scheduled_at) }),
      ...(row.cancellation_reason != null && { cancellationReason: row.cancellation_reason }),
      ...(row.executed_at != null && { executionTimestamp: String(row.executed_at) }),
    },
    publishedTimestamp: String(ctx.now()),
  })
}

/** The webhooks' words for what the operation calls otherwise, or for which they have no word of their own. */
const conflicts = {
  AMOUNT_INVALID: 'INVALID_AMOUNT',
  SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT: 'MODEL_CONSTRAINTS_VIOLATED',
  SOURCE_NOT_FOUND: 'SOURCE_NOT_FOUND',
  DESTINATION_NOT_FOUND: 'DESTINATION_NOT_FOUND',
  SOURCE_CANNOT_BE_DEBIT_MODE_CARD: 'TRANSFER_BETWEEN_INSTRUMENTS_UNSUPPORTED',
  DESTINATION_CANNOT_BE_DEBIT_MODE_CARD: 'TRANSFER_BETWEEN_INSTRUMENTS_UNSUPPORTED',
  SOURCE_INSTRUMENT_DESTROYED: 'DENIED_BY_INSTRUMENT',
  DESTINATION_INSTRUMENT_DESTROYED: 'DENIED_BY_INSTRUMENT',
  SOURCE_INSTRUMENT_BLOCKED: 'SOURCE_INSTRUMENT_BLOCKED',
  DESTINATION_INSTRUMENT_BLOCKED: 'DESTINATION_INSTRUMENT_BLOCKED',
  INSTRUMENT_DENIED_TRANSACTION: 'DENIED_BY_INSTRUMENT',
  CURRENCY_MISMATCH: 'CURRENCY_MISMATCH',
  FUNDS_INSUFFICIENT: 'INSUFFICIENT_FUNDS',
} as const satisfies Record<TransferFailure, LegacyTransferConflict>
