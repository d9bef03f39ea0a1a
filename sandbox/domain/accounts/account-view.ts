import type { ManagedAccount } from '../../../contract/managed-accounts'
import type { AccountRow } from './find-account'

type State = ManagedAccount['state']

/** An account as the API answers it. */
export function accountView(row: AccountRow): ManagedAccount {
  return {
    id: row.id,
    profileId: row.profile_id,
    ...(row.tag !== null && { tag: row.tag }),
    friendlyName: row.friendly_name,
    currency: row.currency,
    balances: { availableBalance: row.available_balance, actualBalance: row.actual_balance },
    state: {
      state: row.state,
      // The columns hold nothing but what the verbs of this folder write there.
      ...(row.blocked_reason !== null && { blockedReason: row.blocked_reason as State['blockedReason'] }),
      ...(row.destroyed_reason !== null && { destroyedReason: row.destroyed_reason as State['destroyedReason'] }),
    },
    ...(row.low_balance_threshold !== null && { lowBalanceThreshold: row.low_balance_threshold }),
    creationTimestamp: row.created_at,
  }
}
