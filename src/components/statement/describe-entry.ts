import type { CurrencyAmount } from '#contract/common'
import type { StatementEntry } from '#contract/statements'
import { t } from './text'

/** What a row of a statement says: who or what it was, and the words that came with it. */
export type EntryWords = { title: string; detail?: string }

/** What the booking did to the account: debits are negative. */
export function bookedAmount(entry: StatementEntry): CurrencyAmount {
  return entry.actualBalanceAdjustment ?? entry.availableBalanceAdjustment ?? entry.transactionAmount
}

type Texts = Partial<Record<string, string>>

function texts(fields: Record<string, unknown> = {}): Texts {
  const known: Texts = {}
  for (const [name, value] of Object.entries(fields)) if (typeof value === 'string' && value) known[name] = value
  return known
}

/** Words for one entry, from its type and the extra fields that the API attaches to that type. */
export function describeEntry(entry: StatementEntry): EntryWords {
  const extra = texts(entry.additionalFields)
  const detail = extra.senderReference ?? extra.description ?? extra.note
  return { title: entryTitle(entry, extra), ...(detail ? { detail } : {}) }
}

function entryTitle(entry: StatementEntry, extra: Texts): string {
  switch (entry.transactionId.type) {
    case 'TRANSFER':
      return bookedAmount(entry).amount < 0
        ? t('to', { name: extra.destinationInstrumentFriendlyName ?? t('anotherAccount') })
        : t('from', { name: extra.sourceInstrumentFriendlyName ?? t('anotherAccount') })
    case 'DEPOSIT':
      return extra.sender ? t('from', { name: extra.sender }) : t('DEPOSIT')
    case 'OUTGOING_WIRE_TRANSFER':
      return extra.beneficiaryName ? t('to', { name: extra.beneficiaryName }) : t('OUTGOING_WIRE_TRANSFER')
    case 'SEND':
      return bookedAmount(entry).amount < 0
        ? t('to', { name: extra.destinationIdentityName ?? t('SEND') })
        : t('from', { name: extra.sourceIdentityName ?? t('SEND') })
    default:
      return extra.merchantName ?? entryTypeLabel(entry.transactionId.type)
  }
}

/** A name for the kind of booking; kinds that are newer than this program are called a booking. */
export function entryTypeLabel(type: string): string {
  switch (type) {
    case 'AUTHORISATION':
    case 'SETTLEMENT':
    case 'MANUAL_TRANSACTION':
    case 'TRANSFER':
    case 'SEND':
    case 'DEPOSIT':
    case 'AUTHORISATION_REVERSAL':
    case 'AUTHORISATION_EXPIRY':
    case 'AUTHORISATION_DECLINE':
    case 'AUTHORISATION_MANUAL_CLOSE':
    case 'MERCHANT_REFUND':
    case 'MERCHANT_REFUND_REVERSAL':
    case 'ORIGINAL_CREDIT_TRANSACTION':
    case 'SETTLEMENT_REVERSAL':
    case 'ADJUSTMENT':
    case 'CHARGE_FEE':
    case 'WITHDRAWAL_RESERVE':
    case 'WITHDRAWAL_RELEASE':
    case 'FEE_REVERSAL':
    case 'OUTGOING_WIRE_TRANSFER':
    case 'AUTHORISATION_CANCELLATION':
    case 'SYSTEM_TRANSACTION':
    case 'OUTGOING_DIRECT_DEBIT_COLLECTION':
    case 'OUTGOING_DIRECT_DEBIT_REFUND':
    case 'CORRESPONDENT_BANK_TRANSFER':
      return t(type)
    default:
      return t('other')
  }
}
