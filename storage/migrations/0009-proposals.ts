import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(db, 'gateway_approval_rule', {
    id: 'text', identity_id: 'text', name: 'text', document: 'text', created_at: 'int', changed_at: 'int',
    changed_by: 'text',
  }, ['id'])
  await index(db, 'gateway_approval_rule', ['identity_id', 'name'], true)
  await table(db, 'gateway_approval_setting', { identity_id: 'text', expiry_hours: 'int' }, ['identity_id'])

  await table(db, 'gateway_proposal', {
    id: 'text', identity_id: 'text', identity_type: 'text', state: 'text', operation: 'text', params: 'text', body: 'text?',
    idempotency_ref: 'text', replay_key: 'text?', payment_key: 'text', digest: 'text', facts: 'text', maker_id: 'text',
    maker_name: 'text', maker_email: 'text', rule_id: 'text', rule_name: 'text', created_at: 'int', expires_at: 'int',
    decided_by: 'text?', decided_name: 'text?', decided_at: 'int?', comment: 'text?', first_sent_at: 'int?',
    lease_until: 'int', made_id: 'text?', made_state: 'text?', code: 'text?',
  }, ['id'])
  await index(db, 'gateway_proposal', ['identity_id', 'state', 'created_at'])
  await index(db, 'gateway_proposal', ['state', 'expires_at'])
  // One proposal for one order, however often it is sent.
  await index(db, 'gateway_proposal', ['replay_key'], true)
  await table(db, 'gateway_proposal_step', {
    proposal_id: 'text', position: 'int', what: 'text', at: 'int', person_id: 'text?', person_name: 'text?',
    comment: 'text?', code: 'text?',
  }, ['proposal_id', 'position'])

  await table(db, 'gateway_bulk_content', {
    identity_id: 'text', bulk_id: 'text', operation: 'text', digest: 'text', facts: 'text', submitted_at: 'int',
    started_at: 'int?',
  }, ['identity_id', 'bulk_id'])
  await table(db, 'gateway_bulk_line', {
    identity_id: 'text', bulk_id: 'text', payee: 'text', currency: 'text', largest: 'int',
  }, ['identity_id', 'bulk_id', 'payee', 'currency'])
  await table(db, 'gateway_payee', { identity_id: 'text', payee: 'text', first_paid_at: 'int' }, ['identity_id', 'payee'])

  // What counts against somebody's limits: written before a payment leaves, taken back when it is refused.
  await table(db, 'gateway_spending', {
    payment_key: 'text', currency: 'text', identity_id: 'text', credential_id: 'text', day: 'text', amount: 'int',
    at: 'int', sent: 'int',
  }, ['payment_key', 'currency'])
  await index(db, 'gateway_spending', ['identity_id', 'credential_id', 'day'])
  await table(db, 'gateway_spending_lock', { identity_id: 'text', credential_id: 'text' }, ['identity_id', 'credential_id'])
}
