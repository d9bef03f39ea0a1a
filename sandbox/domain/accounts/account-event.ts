import {
  type IbanInstrument,
  ibansWatch,
  type LegacyManagedAccount,
  type ManagedAccountEventType,
  managedAccountsWatch,
} from '../../../contract/events/accounts'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import type { Owner } from '../outbox/owner'
import { programme } from '../programme'
import type { BankDetails } from './bank-details'
import type { AccountRow } from './find-account'

/** Tells the platform what became of an account; `row` is the account after it. */
export async function emitAccount(ctx: Ctx, row: AccountRow, owner: Owner, type: ManagedAccountEventType) {
  const publishedTimestamp = String(ctx.now())
  await emit(ctx, managedAccountsWatch, { account: legacyAccount(row, owner), publishedTimestamp, type })
}

/** Tells the platform what became of the bank details of an account: it has one set, under the account's own id. */
export async function emitIban(ctx: Ctx, row: AccountRow, type: ManagedAccountEventType): Promise<void> {
  const state: Partial<Record<ManagedAccountEventType, IbanInstrument['state']>> = {
    REQUESTED: { state: 'PENDING' },
    DESTROYED: { state: 'DESTROYED', destroyedReason: 'USER' },
  }
  await emit(ctx, ibansWatch, {
    iban: {
      id: row.id,
      managedAccountId: row.id,
      profileId: row.profile_id,
      incomingWireTransferProfileId: programme.profiles.incomingWires,
      ...(row.tag !== null && { tag: row.tag }),
      friendlyName: row.friendly_name,
      currency: row.currency,
      state: state[type] ?? { state: 'ACTIVE' },
      creationTimestamp: ctx.now(),
      ...(row.iban_state === 'ALLOCATED' && { bankAccountDetails: JSON.parse(row.bank_details) }),
    },
    publishedTimestamp: String(ctx.now()),
    type,
  })
}

function legacyAccount(row: AccountRow, owner: Owner): LegacyManagedAccount {
  return {
    id: { type: row.type, id: row.id },
    profileId: row.profile_id,
    ...(row.tag !== null && { tag: row.tag }),
    owner,
    friendlyName: row.friendly_name,
    active: row.state === 'ACTIVE',
    currency: row.currency,
    balances: { availableBalance: String(row.available_balance), actualBalance: String(row.actual_balance) },
    state: {
      blockTypes: row.blocked_reason === null ? {} : { [row.blocked_reason]: 1 },
      ...(row.destroyed_reason !== null && { destroyType: row.destroyed_reason }),
    },
    creationTimestamp: String(row.created_at),
    ...(row.iban_state === 'ALLOCATED' && { bankAccountDetails: legacyDetails(JSON.parse(row.bank_details)) }),
  }
}

/** The older form has room for one way to pay in: the first. */
function legacyDetails([first]: BankDetails[]): LegacyManagedAccount['bankAccountDetails'] {
  if (!first) return undefined
  const { details } = first
  return {
    beneficiary: first.beneficiaryNameAndSurname,
    beneficiaryBank: first.beneficiaryBank,
    address: first.beneficiaryBankAddress,
    ...('iban' in details && { iban: details.iban }),
    ...('bankIdentifierCode' in details && { bankIdentifierCode: details.bankIdentifierCode }),
    ...('code' in details && { bankIdentifierCode: details.code }),
    ...('accountNumber' in details && { accountNumber: details.accountNumber, sortCode: details.sortCode }),
  }
}
