import type { StateTone } from '@/components/feedback/state-shape'

/** Webhooks by the vendor's names, in the order in which the filter offers them. */
export const eventKinds = [
  'managed_accounts_deposits_watch',
  'managed_accounts_watch',
  'ibans_watch',
  'managed_accounts_low_balance_watch',
  'manual_transactions_watch',
  'transfers_watch',
  'send_watch',
  'outgoing_wire_transfers_watch',
  'correspondent_bank_transfers_watch',
  'bulk_process_end',
  'fees_watch',
  'managed_cards_authorisations_watch',
  'managed_cards_settlements_watch',
  'managed_cards_payments_watch',
  'managed_cards_state_change_watch',
  'managed_cards_adjustments_watch',
  'managed_cards_expiries_watch',
  'managed_cards_physical_cards_upgrade_watch',
  'managed_cards_replacement_watch',
  'beneficiary_batch_watch',
  'linked_accounts_watch',
  'login_watch',
  'stepup_watch',
  'authentication_factors_watch',
  'auth_users_user_deactivated_watch',
  'corporates_kyb_watch',
  'corporates_kyb_beneficiaries_watch',
  'corporates_corporate_activated_watch',
  'corporates_corporate_deactivated_watch',
  'consumers_kyc_watch',
  'consumers_consumer_activated_watch',
  'consumers_consumer_deactivated_watch',
] as const
export type EventKind = (typeof eventKinds)[number]

/** The states that are worth looking for; an event may have others. */
export const eventStates = [
  'PENDING',
  'COMPLETED',
  'FAILED',
  'REJECTED',
  'SCHEDULED',
  'CANCELLED',
  'PENDING_CHALLENGE',
  'SUBMITTED',
  'APPROVED',
  'RETURNED',
  'RUNNING',
  'PAUSED',
  'PARTIALLY_COMPLETED',
  'AUTHORISED',
  'DECLINED',
  'EXPIRED',
  'CREATED',
  'UPDATED',
  'ACTIVATED',
  'BLOCKED',
  'UNBLOCKED',
  'DESTROYED',
  'VERIFIED',
  'ACTIVE',
] as const

const good = new Set([
  'COMPLETED',
  'APPROVED',
  'AUTHORISED',
  'AUTHORISED_CREDIT',
  'VERIFIED',
  'ACTIVE',
  'ACTIVATED',
  'ENABLED',
  'UNBLOCKED',
  'SETTLED',
  'CHALLENGE_COMPLETED',
])
const bad = new Set([
  'FAILED',
  'REJECTED',
  'DECLINED',
  'INVALID',
  'BLOCKED',
  'DESTROYED',
  'REMOVED',
  'CHALLENGE_FAILED',
  'CARD_EXPIRED',
])
const waiting = new Set([
  'PENDING',
  'PENDING_CHALLENGE',
  'PENDING_VERIFICATION',
  'SCHEDULED',
  'REQUESTED',
  'RUNNING',
  'PAUSED',
  'SUBMITTED',
  'INITIALISED',
  'CARD_ABOUT_TO_EXPIRE',
])

/** How a state looks; those that only say what happened are neutral. */
export function toneOf(state: string): StateTone {
  if (good.has(state)) return 'good'
  if (bad.has(state)) return 'bad'
  return waiting.has(state) ? 'wait' : 'neutral'
}

/** The vendor's word as a word: `PENDING_CHALLENGE` is "Pending challenge". */
export const wordsOf = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
