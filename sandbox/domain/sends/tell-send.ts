import type { LegacySend, LegacySendConflict, SendEventType } from '../../../contract/events/payments'
import { sendWatch } from '../../../contract/events/payments'
import type { MoneyCtx } from '../ledger/batch'
import { emit } from '../outbox/emit'
import type { SendRow } from './send-rows'
import { paidInstrument } from './send-view'

/** Tells the platform which state a send has come to; those of which the vendor tells nothing are left out. */
export async function tellSend(ctx: MoneyCtx, row: SendRow): Promise<void> {
  const eventType = EVENTS.get(row.state)
  if (!eventType) return
  await emit(ctx, sendWatch, { eventType, send: legacySend(row), publishedTimestamp: String(ctx.now()) })
}

const EVENTS: ReadonlyMap<SendRow['state'], SendEventType> = new Map<SendRow['state'], SendEventType>([
  ['PENDING', 'PENDING'],
  ['COMPLETED', 'COMPLETED'],
  ['FAILED', 'FAILED'],
  // There is no event of its own; the state inside says it.
  ['REJECTED', 'FAILED'],
  ['PENDING_CHALLENGE', 'PENDING_CHALLENGE'],
  ['INVALID', 'INVALID'],
  ['SCHEDULED', 'SCHEDULED'],
  ['CANCELLED', 'CANCELLED'],
])

function legacySend(row: SendRow): LegacySend {
  // The published form knows no sign; only an INVALID one was ordered with less than nothing.
  const money = (amount: number) => ({ currency: row.currency, amount: String(Math.max(0, amount)) })
  return {
    id: { type: 'sends', id: row.id },
    profileId: row.profile_id,
    ...(row.tag !== null && { tag: row.tag }),
    source: { type: row.source_type, id: row.source_id },
    ...(row.source_fee > 0 && { sourceFee: money(row.source_fee) }),
    destination: paidInstrument(row),
    ...(row.beneficiary_id !== null && { beneficiaryId: row.beneficiary_id }),
    destinationAmount: money(row.amount),
    ...(row.destination_fee > 0 && { destinationFee: money(row.destination_fee) }),
    transactionAmount: money(row.amount),
    ...(row.description !== null && { description: row.description }),
    state: row.state === 'RETURNED' ? 'UNDEFINED' : row.state,
    challengeExemptionReason: row.exemption ?? 'NO_EXEMPTION',
    ...(row.failure !== null && { conflict: legacyConflict(row.failure) }),
    creationTimestamp: String(row.created_at),
    ...(row.scheduled_at !== null && { scheduledTimestamp: String(row.scheduled_at) }),
    ...(row.executed_at !== null && { executionTimestamp: String(row.executed_at) }),
    ...(row.cancellation_reason !== null && { cancellationReason: row.cancellation_reason }),
  }
}

/** Conflicts that the webhooks call otherwise; those for which they have no word are a breach of the model. */
const OTHERWISE: ReadonlyMap<string, LegacySendConflict> = new Map([
  ['INTERCEPTOR_DENIED_TRANSACTION', 'DENIED_BY_INTERCEPTOR'],
  ['INSTRUMENT_DENIED_TRANSACTION', 'DENIED_BY_INSTRUMENT'],
  ['SOURCE_INSTRUMENT_DESTROYED', 'DENIED_BY_INSTRUMENT'],
  ['DESTINATION_INSTRUMENT_DESTROYED', 'DENIED_BY_INSTRUMENT'],
  ['SOURCE_CANNOT_BE_DEBIT_MODE_CARD', 'SEND_TO_INSTRUMENT_UNSUPPORTED'],
  ['DESTINATION_CANNOT_BE_DEBIT_MODE_CARD', 'SEND_TO_INSTRUMENT_UNSUPPORTED'],
  ['FUNDS_INSUFFICIENT', 'INSUFFICIENT_FUNDS'],
  ['AMOUNT_INVALID', 'INVALID_AMOUNT'],
])
const SAME: ReadonlySet<string> = new Set<LegacySendConflict>([
  'CURRENCY_MISMATCH',
  'SOURCE_NOT_FOUND',
  'DESTINATION_NOT_FOUND',
  'FEE_NOT_CONFIGURED_FOR_CURRENCY',
  'SOURCE_INSTRUMENT_BLOCKED',
  'DESTINATION_INSTRUMENT_BLOCKED',
  'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED',
  'PROFILE_NOT_FOUND',
  'SCHEDULED_TIMESTAMP_INVALID',
])
const isSame = (code: string): code is LegacySendConflict => SAME.has(code)

const legacyConflict = (code: string): LegacySendConflict =>
  OTHERWISE.get(code) ?? (isSame(code) ? code : 'MODEL_CONSTRAINTS_VIOLATED')
