import type { Engine } from '../open'
import { appendOnly, type Db, index, table } from './build'

export async function up(db: Db, engine: Engine): Promise<void> {
  await table(db, 'gateway_session', {
    id: 'text', id_hash: 'text', previous_hash: 'text?', previous_until: 'int', token_cipher: 'text',
    identity_type: 'text', identity_id: 'text', identity_name: 'text', credential_type: 'text', credential_id: 'text',
    person_name: 'text', person_email: 'text', stepped_up: 'int', created_at: 'int', last_upstream_at: 'int',
    idle_deadline: 'int',
  }, ['id'])
  await index(db, 'gateway_session', ['id_hash'], true)
  await index(db, 'gateway_session', ['previous_hash'])
  await index(db, 'gateway_session', ['identity_id'])
  await index(db, 'gateway_session', ['idle_deadline'])
  await table(db, 'gateway_live_event', { id: 'int', identity_id: 'text', payload: 'text', created_at: 'int' }, ['id'])
  await index(db, 'gateway_live_event', ['identity_id', 'id'])

  await table(db, 'sandbox_identity', {
    id: 'text', type: 'text', name: 'text', document: 'text', kyi_status: 'text', created_at: 'int',
  }, ['id'])
  await table(db, 'sandbox_credential', {
    id: 'text', identity_id: 'text', type: 'text', email: 'text', name: 'text', surname: 'text',
    mobile_country_code: 'text?', mobile_number: 'text?', active: 'int', email_verified: 'int', document: 'text',
    password_hash: 'text?', password_history: 'text', password_expires_at: 'int', failed_logins: 'int',
    locked_until: 'int', created_at: 'int',
  }, ['id'])
  await index(db, 'sandbox_credential', ['identity_id'])
  await index(db, 'sandbox_credential', ['email'])
  await table(db, 'sandbox_token', {
    id: 'text', credential_id: 'text', identity_id: 'text', kind: 'text', stepped_up: 'int', idle_deadline: 'int',
    revoked: 'int', created_at: 'int',
  }, ['id'])
  await table(db, 'sandbox_factor', {
    credential_id: 'text', channel: 'text', type: 'text', status: 'text', created_at: 'int',
  }, ['credential_id', 'channel'])
  await table(db, 'sandbox_challenge', {
    id: 'text', purpose: 'text', credential_id: 'text', token_id: 'text?', channel: 'text', status: 'text',
    attempts: 'int', issued: 'int', issued_at: 'int', expires_at: 'int',
  }, ['id'])
  await index(db, 'sandbox_challenge', ['credential_id', 'purpose'])
  await table(db, 'sandbox_secure_token', {
    token: 'text', kind: 'text', value_cipher: 'text', expires_at: 'int', used: 'int',
  }, ['token'])

  await table(db, 'sandbox_instrument', {
    id: 'text', type: 'text', identity_id: 'text', profile_id: 'text', friendly_name: 'text', currency: 'text',
    tag: 'text?', state: 'text', blocked_reason: 'text?', destroyed_reason: 'text?', available_balance: 'int',
    actual_balance: 'int', low_balance_threshold: 'int?', iban_state: 'text', bank_details: 'text', created_at: 'int',
  }, ['id'])
  await index(db, 'sandbox_instrument', ['identity_id', 'created_at'])
  await table(db, 'sandbox_ledger_entry', {
    id: 'int', posting_id: 'text', account: 'text', currency: 'text', actual: 'int', available: 'int',
    actual_after: 'int', available_after: 'int', transaction_type: 'text', transaction_id: 'text', state: 'text',
    additional_fields: 'text', created_at: 'int',
  }, ['id'])
  await index(db, 'sandbox_ledger_entry', ['account', 'created_at', 'id'])
  await index(db, 'sandbox_ledger_entry', ['transaction_id'])
  await table(db, 'sandbox_transfer', {
    id: 'text', identity_id: 'text', profile_id: 'text', tag: 'text?', description: 'text?', source_type: 'text',
    source_id: 'text', destination_type: 'text', destination_id: 'text', currency: 'text', amount: 'int',
    state: 'text', failure: 'text?', scheduled_at: 'int?', executed_at: 'int?', cancellation_reason: 'text?',
    created_at: 'int',
  }, ['id'])
  await index(db, 'sandbox_transfer', ['identity_id', 'created_at', 'id'])
  await index(db, 'sandbox_transfer', ['state', 'scheduled_at'])
  await table(db, 'sandbox_deposit', {
    id: 'text', identity_id: 'text', instrument_id: 'text', currency: 'text', amount: 'int', sender_name: 'text',
    reference: 'text', sender_iban: 'text', created_at: 'int',
  }, ['id'])

  await table(db, 'sandbox_bulk', {
    id: 'text', identity_id: 'text', credential_id: 'text', status: 'text', operation: 'text', method: 'text',
    mode: 'text?', webhook_interval: 'int?', item_count: 'int', completed_count: 'int', failed_count: 'int',
    cancelled_count: 'int', lease_owner: 'text?', lease_until: 'int', submitted_at: 'int', started_at: 'int?',
    finished_at: 'int?',
  }, ['id'])
  await index(db, 'sandbox_bulk', ['identity_id', 'submitted_at'])
  await index(db, 'sandbox_bulk', ['status'])
  await table(db, 'sandbox_bulk_operation', {
    bulk_id: 'text', sequence: 'int', id: 'text', status: 'text', request: 'text', response: 'text?',
  }, ['bulk_id', 'sequence'])
  await index(db, 'sandbox_bulk_operation', ['bulk_id', 'status', 'sequence'])

  await table(db, 'sandbox_idempotency', { key: 'text', status: 'int', response: 'text', created_at: 'int' }, ['key'])
  await table(db, 'sandbox_sequence', { name: 'text', value: 'int' }, ['name'])
  await table(db, 'sandbox_setting', { name: 'text', value: 'text' }, ['name'])
  // A ledger that can be edited is no ledger: the database itself refuses.
  await appendOnly(db, engine, 'sandbox_ledger_entry')
}
