/**
 * Where a webhook says whom and what it is about: paths into its payload. Paths, and not typed readers, since an event
 * that has a word too many for the contract still has an owner, who should see it.
 */
export type Reading = {
  /** The identity, where it is named. */
  owner?: string
  /** The credentials of the person, or the address they sign in with, where the identity is not. */
  person?: { by: 'id' | 'email'; path: string; type?: 'ROOT' }
  /** What it is about, of that kind; with `instrument` the payload names the kind itself. */
  resource?: Named
  state?: string
  /** What else is of the same owner, never anybody else's. */
  others?: readonly Named[]
}
export type Named = { kind: string; path: string } | { instrument: string }

const account = { owner: 'owner.id', resource: { instrument: 'id' } } as const
const card = { resource: { instrument: 'id' } } as const
const company = { person: { by: 'email', path: 'emailAddress', type: 'ROOT' } } as const

export const readings: Readonly<Record<string, Reading>> = {
  login_watch: {
    owner: 'identity.id',
    person: { by: 'id', path: 'credential.id' },
    resource: { kind: 'credentials', path: 'credential.id' },
    state: 'status',
  },
  stepup_watch: { owner: 'identity.id', resource: { kind: 'challenges', path: 'challengeId' }, state: 'status' },
  auth_users_user_deactivated_watch: { person: { by: 'email', path: 'emailAddress' }, state: 'reasonCode' },
  authentication_factors_watch: {
    person: { by: 'id', path: 'credentialId.id' },
    resource: { kind: 'credentials', path: 'credentialId.id' },
    state: 'status',
  },

  managed_accounts_watch: { owner: 'account.owner.id', resource: { instrument: 'account.id' }, state: 'type' },
  ibans_watch: { resource: { kind: 'managed_accounts', path: 'iban.managedAccountId' }, state: 'type' },
  managed_accounts_deposits_watch: { ...account, state: 'state' },
  managed_accounts_low_balance_watch: { resource: { instrument: 'id' } },
  manual_transactions_watch: { owner: 'owner.id', resource: { instrument: 'targetInstrument' } },

  managed_cards_state_change_watch: { ...card, state: 'eventType' },
  managed_cards_authorisations_watch: { ...card, owner: 'owner.id', state: 'authorisationType' },
  managed_cards_adjustments_watch: { ...card, owner: 'owner.id', state: 'adjustmentType' },
  managed_cards_settlements_watch: { ...card, owner: 'owner.id', state: 'state' },
  managed_cards_expiries_watch: { ...card, state: 'eventType' },
  managed_cards_physical_cards_upgrade_watch: { ...card, state: 'physicalCardDetails.manufacturingState' },
  managed_cards_replacement_watch: { ...card, state: 'eventType', others: [{ instrument: 'replacementId' }] },
  managed_cards_payments_watch: {
    resource: { kind: 'managed_cards', path: 'cardPayment.card.id' },
    state: 'cardPayment.status',
    others: [{ kind: 'card_payments', path: 'cardPayment.id' }],
  },

  transfers_watch: {
    resource: { kind: 'transfers', path: 'transfer.id.id' },
    state: 'eventType',
    others: [{ instrument: 'transfer.source' }, { instrument: 'transfer.destination' }],
  },
  // Where a send goes to may be somebody else's.
  send_watch: {
    resource: { kind: 'sends', path: 'send.id.id' },
    state: 'eventType',
    others: [{ instrument: 'send.source' }],
  },
  outgoing_wire_transfers_watch: {
    owner: 'owner.id',
    resource: { kind: 'outgoing_wire_transfers', path: 'transfer.id.id' },
    state: 'eventType',
    others: [{ instrument: 'transfer.source' }],
  },
  correspondent_bank_transfers_watch: {
    owner: 'owner.id',
    resource: { kind: 'correspondent_bank_transfers', path: 'transfer.id' },
    state: 'eventType',
    others: [{ instrument: 'transfer.sourceInstrument' }],
  },
  fees_watch: {
    resource: { kind: 'fees', path: 'chargeFee.id' },
    state: 'type',
    others: [{ instrument: 'chargeFee.source' }],
  },
  linked_accounts_watch: {
    owner: 'linkedAccount.owner.id',
    resource: { kind: 'linked_accounts', path: 'linkedAccount.id' },
    state: 'eventType',
  },
  beneficiary_batch_watch: { resource: { kind: 'beneficiary_batches', path: 'id' }, state: 'eventType' },
  bulk_process_end: { resource: { kind: 'bulks', path: 'bulkId' }, state: 'status' },

  corporates_kyb_watch: {
    owner: 'corporateId',
    resource: { kind: 'corporates', path: 'corporateId' },
    state: 'status',
  },
  corporates_kyb_beneficiaries_watch: {
    owner: 'additionalInformation.corporateId',
    resource: { kind: 'corporates', path: 'additionalInformation.corporateId' },
    state: 'additionalInformation.beneficiary.status',
  },
  corporates_corporate_activated_watch: company,
  corporates_corporate_deactivated_watch: { ...company, state: 'reasonCode' },
  consumers_kyc_watch: { owner: 'consumerId', resource: { kind: 'consumers', path: 'consumerId' }, state: 'status' },
  consumers_consumer_activated_watch: company,
  consumers_consumer_deactivated_watch: { ...company, state: 'reasonCode' },
}
