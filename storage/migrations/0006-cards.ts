import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_card',
    {
      id: 'text',
      identity_id: 'text',
      mode: 'text',
      type: 'text',
      parent_account_id: 'text?',
      user_id: 'text?',
      external_handle: 'text',
      first_six: 'text',
      last_four: 'text',
      number_cipher: 'text',
      pin_cipher: 'text?',
      activation_cipher: 'text?',
      renewal_type: 'text',
      valid_from: 'int',
      valid_until: 'int',
      manufacturing_state: 'text?',
      pending_activation: 'int',
      pin_blocked: 'int',
      replacement_id: 'text?',
      replacement_reason: 'text?',
      spend_key: 'text',
      spend_rules: 'text?',
      document: 'text',
    },
    ['id'],
  )
  await index(db, 'sandbox_card', ['identity_id'])
  await index(db, 'sandbox_card', ['parent_account_id'])
  await index(db, 'sandbox_card', ['first_six', 'last_four'])
  await table(
    db,
    'sandbox_card_spend',
    { authorisation_id: 'text', spend_key: 'text', amount: 'int', created_at: 'int' },
    ['authorisation_id'],
  )
  await index(db, 'sandbox_card_spend', ['spend_key', 'created_at'])
  await table(db, 'sandbox_identity_rules', { identity_id: 'text', rules: 'text' }, ['identity_id'])
  // The debit card that a movement on its account was made with: its statement is these rows.
  await db.schema.alterTable('sandbox_ledger_entry').addColumn('card_id', 'text').execute()
  await index(db, 'sandbox_ledger_entry', ['card_id', 'created_at', 'id'])
}
