import type { LegacyWireConflict as LegacyConflict, LegacyOutgoingWireTransfer } from '../../../contract/events/wires'
import { LegacyWireConflict, outgoingWireTransfersWatch } from '../../../contract/events/wires'
import type { MoneyCtx } from '../ledger/batch'
import { emit } from '../outbox/emit'
import { documentOf, type NewWireRow, type Payee, type WireDocument } from './wire-document'

/** Tells the platform which state a wire came to. */
export function tellWire(ctx: MoneyCtx, row: NewWireRow, document: WireDocument = documentOf(row)): Promise<void> {
  return emit(ctx, outgoingWireTransfersWatch, {
    owner: { type: row.identity_type === 'CORPORATE' ? 'corporates' : 'consumers', id: row.identity_id },
    transfer: legacyWire(row, document),
    eventType: row.state,
    publishedTimestamp: String(ctx.now()),
  })
}

function legacyWire(row: NewWireRow, document: WireDocument): LegacyOutgoingWireTransfer {
  const { currency, scheduled_at, executed_at } = row
  const { destination, payee, description, validationOutcomes } = document
  // The published form knows no sign, and an order of less than nothing is INVALID.
  const money = (amount: number) => ({ currency, amount: String(Math.max(0, amount)) })
  return {
    id: { type: 'outgoing_wire_transfers', id: row.id },
    profileId: row.profile_id,
    ...(row.tag != null && { tag: row.tag }),
    source: { type: 'managed_accounts', id: row.source_id },
    transferAmount: money(row.amount),
    ...(description !== undefined && { description: description.slice(0, 50) }),
    // The published form demands one, also of an order that never found its rail.
    type: row.type ?? (currency === 'GBP' ? 'FASTER_PAYMENTS' : 'SEPA'),
    destination: payee ? legacyPayee(payee) : { beneficiaryName: '' },
    ...('beneficiaryId' in destination && { beneficiaryId: destination.beneficiaryId }),
    ...('id' in destination && { externalAccountId: destination }),
    state: row.state,
    challengeExemptionReason: row.exemption ?? 'NO_EXEMPTION',
    creationTimestamp: String(row.created_at),
    transactionAmount: money(row.amount + row.fee),
    ...(row.fee > 0 && { transactionFee: money(row.fee) }),
    ...(row.failure != null && isFailed(row.state) && { conflict: legacyConflict(row.failure) }),
    ...(scheduled_at != null && { scheduledTimestamp: String(scheduled_at) }),
    ...(row.cancellation_reason != null && { cancellationReason: row.cancellation_reason }),
    ...(executed_at != null && { executionTimestamp: String(executed_at) }),
    ...(validationOutcomes && { validationOutcomes }),
  }
}

function legacyPayee({ account, ...payee }: Payee): LegacyOutgoingWireTransfer['destination'] {
  const { kind, ...number } = account
  return {
    beneficiaryName: payee.name.slice(0, 100),
    beneficiaryAddress: payee.address,
    beneficiaryBankName: payee.bankName?.slice(0, 150),
    beneficiaryBankAddress: payee.bankAddress,
    beneficiaryBankCountry: payee.bankCountry,
    beneficiaryAccountType: payee.type,
    beneficiaryNationality: payee.nationality,
    beneficiaryDateOfBirth: payee.dateOfBirth,
    ...('iban' in number && { sepa: number }),
    ...('sortCode' in number && { fasterPayments: number }),
    ...('account' in number && { swift: { iban: number.account, swift: number.bankIdentifierCode ?? '' } }),
  }
}

// Of an order that has not been looked at nothing is known yet.
const isFailed = (state: NewWireRow['state']): boolean => state === 'INVALID' || state === 'FAILED'

const renamed: Readonly<Record<string, LegacyConflict>> = {
  AMOUNT_INVALID: 'INVALID_AMOUNT',
  FUNDS_INSUFFICIENT: 'INSUFFICIENT_FUNDS',
  INTERCEPTOR_DENIED_TRANSACTION: 'DENIED_BY_INTERCEPTOR',
  INSTRUMENT_DENIED_TRANSACTION: 'DENIED_BY_INSTRUMENT',
  IBAN_UPGRADE_REQUIRED: 'SOURCE_HAS_NO_ACCESS_INSTRUMENT',
  PURPOSE_OF_PAYMENT_REQUIRED: 'MODEL_CONSTRAINTS_VIOLATED',
}

function legacyConflict(code: string): LegacyConflict {
  return renamed[code] ?? LegacyWireConflict.safeParse(code).data ?? 'UNDEFINED'
}
