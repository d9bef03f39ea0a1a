import type { bulkIdExecute, bulksTransferCreate } from '#contract/bulks'
import type { Conflict } from '#contract/endpoint'
import type { transferCreate } from '#contract/transfers'
import type { userInviteSend } from '#contract/user-invites'
import { sentences } from '@/lib/sentences'

const submit = {
  VALIDATION_FAILED:
    'The bulk was refused: at least one row does not have the form the API asks for. Nothing was submitted.',
  USER_VALIDATION_FAILED: 'The bulk was refused: you may not submit it. Nothing was submitted.',
  ALREADY_SUBMITTED: 'This bulk has been submitted before. Look for it in the list; nothing was submitted twice.',
  DUPLICATE_OPERATION_TYPE: 'Another bulk of this kind is in the way. Wait until it has ended and submit again.',
  NO_CONFIG_FOUND: 'Bulks are not switched on for your company. Ask your provider to switch them on.',
  INVALID_STATE: 'The bulk could not be submitted in its present state. Nothing was submitted.',
  TOO_MANY_REQUESTS: 'Too many bulks were submitted in a short time. Wait a minute and submit again.',
} as const satisfies Record<Conflict<typeof bulksTransferCreate>, string>

const run = {
  VALIDATION_FAILED: 'The bulk was refused: it does not have the form the API asks for.',
  USER_VALIDATION_FAILED: 'You may not do this with the bulk.',
  ALREADY_SUBMITTED: 'This has been asked for already. The state shown here is the present one.',
  DUPLICATE_OPERATION_TYPE: 'Another bulk of this kind is running. Wait until it has ended.',
  NO_CONFIG_FOUND: 'Bulks are not switched on for your company. Ask your provider to switch them on.',
  INVALID_STATE:
    'The bulk was already in another state, perhaps by a colleague or another tab. What you see now is current.',
  TOO_MANY_REQUESTS: 'Too many requests in a short time. Wait a minute and try again.',
} as const satisfies Record<Conflict<typeof bulkIdExecute>, string>

/** Why a row of the bulk failed: the refusals of the single call, told of something that has happened. */
const row = {
  PROFILE_INACTIVE: 'Transfers were switched off for your company.',
  MODEL_CONSTRAINTS_VIOLATED: 'The provider’s rules did not allow the transfer.',
  INTERCEPTOR_DENIED_TRANSACTION: 'The provider declined the transfer.',
  INSTRUMENT_DENIED_TRANSACTION: 'One of the two accounts did not allow the transfer.',
  SOURCE_INSTRUMENT_DESTROYED: 'The source account had been removed.',
  DESTINATION_INSTRUMENT_DESTROYED: 'The destination account had been removed.',
  FOREX_TRADE_DENIED_TRANSACTION: 'The currency exchange that the transfer needed was declined.',
  CURRENCY_MISMATCH: 'The accounts and the amount were not in the same currency.',
  SOURCE_INSTRUMENT_BLOCKED: 'The source account was blocked.',
  DESTINATION_INSTRUMENT_BLOCKED: 'The destination account was blocked.',
  FUNDS_INSUFFICIENT: 'There was not enough available on the source account.',
  AMOUNT_INVALID: 'The amount cannot be transferred.',
  SOURCE_NOT_FOUND: 'The source account was not found.',
  DESTINATION_NOT_FOUND: 'The destination account was not found.',
  FEE_NOT_CONFIGURED_FOR_CURRENCY: 'Transfers in this currency are not set up.',
  DESTINATION_LIMIT_EXCEEDED: 'The destination account may not hold that much.',
  SOURCE_CANNOT_BE_DEBIT_MODE_CARD: 'A debit card cannot pay a transfer.',
  DESTINATION_CANNOT_BE_DEBIT_MODE_CARD: 'A debit card cannot receive a transfer.',
  TRANSFER_BETWEEN_INSTRUMENTS_UNSUPPORTED: 'Money cannot be moved directly between these two.',
  SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT: 'Source and destination were the same account.',
  SCHEDULED_TIMESTAMP_INVALID: 'The scheduled time had passed when the row ran.',
  INVITE_ALREADY_CONSUMED: 'This person has a password already, and needs no invitation.',
} as const satisfies Record<Conflict<typeof transferCreate | typeof userInviteSend>, string>

export const submitSentences = sentences('bulks.submit', submit)
/** Refusals of execute, pause, resume and cancel. */
export const runSentences = sentences('bulks.run', run)
export const rowSentences = sentences('bulks.row', row)
