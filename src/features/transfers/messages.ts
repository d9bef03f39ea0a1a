import type { Conflict } from '#contract/endpoint'
import type { Cancellation, transferCreate } from '#contract/transfers'
import { sentences } from '@/lib/sentences'

/** A sentence for every documented refusal: a code that the contract gains and this table lacks does not compile. */
const create = {
  PROFILE_INACTIVE: 'Transfers are switched off for you at the moment. Ask your provider to switch them on.',
  MODEL_CONSTRAINTS_VIOLATED: 'Your provider’s rules do not allow this transfer.',
  INTERCEPTOR_DENIED_TRANSACTION: 'Your provider declined this transfer. Ask them for the reason.',
  INSTRUMENT_DENIED_TRANSACTION: 'One of the two accounts does not allow this transfer.',
  SOURCE_INSTRUMENT_DESTROYED: 'The account to pay from has been removed. Choose another one.',
  DESTINATION_INSTRUMENT_DESTROYED: 'The account to pay to has been removed. Choose another one.',
  FOREX_TRADE_DENIED_TRANSACTION: 'The currency exchange that this transfer needs was declined.',
  CURRENCY_MISMATCH: 'The two accounts and the amount must be in the same currency.',
  SOURCE_INSTRUMENT_BLOCKED: 'The account to pay from is blocked. Unblock it or choose another one.',
  DESTINATION_INSTRUMENT_BLOCKED: 'The account to pay to is blocked. Unblock it or choose another one.',
  FUNDS_INSUFFICIENT: 'There is not enough available on the account to pay from. Nothing was moved.',
  AMOUNT_INVALID: 'This amount cannot be transferred. Check it and try again.',
  SOURCE_NOT_FOUND: 'The account to pay from was not found. Choose another one.',
  DESTINATION_NOT_FOUND: 'The account to pay to was not found. Choose another one.',
  FEE_NOT_CONFIGURED_FOR_CURRENCY: 'Transfers in this currency are not set up yet. Ask your provider to do it.',
  DESTINATION_LIMIT_EXCEEDED: 'The account to pay to may not hold that much. Transfer less or choose another one.',
  SOURCE_CANNOT_BE_DEBIT_MODE_CARD: 'A debit card cannot pay a transfer. Choose the account behind it.',
  DESTINATION_CANNOT_BE_DEBIT_MODE_CARD: 'A debit card cannot receive a transfer. Choose the account behind it.',
  TRANSFER_BETWEEN_INSTRUMENTS_UNSUPPORTED: 'Money cannot be moved directly between these two.',
  SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT: 'Choose two different accounts.',
  SCHEDULED_TIMESTAMP_INVALID: 'The scheduled time must lie in the future. Choose a later one.',
} as const satisfies Record<Conflict<typeof transferCreate>, string>

/** Why one transfer of a cancellation stayed as it was. */
const cancel = {
  GENERIC: 'The transfer could not be cancelled. Try again in a moment.',
  TRANSACTION_NOT_SCHEDULED: 'The transfer is not waiting any more, so it can no longer be cancelled.',
  FORBIDDEN: 'You may not cancel this transfer.',
  NOT_FOUND: 'The transfer was not found.',
} as const satisfies Record<NonNullable<Cancellation['errorCode']>, string>

/** The refusals of `transferCreate` in plain words. */
export const createSentences = sentences('transfers.create', create)
/** The refusals of `transferCancel` in plain words. */
export const cancelSentences = sentences('transfers.cancel', cancel)
