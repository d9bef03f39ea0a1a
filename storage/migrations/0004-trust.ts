import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await beneficiaries(db)
  await linkedAccounts(db)
}

async function beneficiaries(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_beneficiary_batch',
    { id: 'text', identity_id: 'text', operation: 'text', tag: 'text?', state: 'text', created_at: 'int' },
    ['id'],
  )
  await index(db, 'sandbox_beneficiary_batch', ['identity_id', 'created_at', 'id'])
  await table(
    db,
    'sandbox_beneficiary',
    {
      id: 'text',
      identity_id: 'text',
      group_name: 'text?',
      state: 'text',
      validation_failure: 'text?',
      destination_key: 'text',
      document: 'text',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_beneficiary', ['identity_id', 'created_at', 'id'])
  await index(db, 'sandbox_beneficiary', ['identity_id', 'group_name', 'created_at', 'id'])
  await index(db, 'sandbox_beneficiary', ['identity_id', 'destination_key'])
  await table(db, 'sandbox_beneficiary_in_batch', { batch_id: 'text', beneficiary_id: 'text' }, [
    'batch_id',
    'beneficiary_id',
  ])
  await index(db, 'sandbox_beneficiary_in_batch', ['beneficiary_id', 'batch_id'])
  await table(
    db,
    'sandbox_exempt_payment',
    { credential_id: 'text', payments: 'int', amount: 'int', since: 'int' },
    ['credential_id'],
  )
}

async function linkedAccounts(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_linked_account',
    {
      id: 'text',
      identity_id: 'text',
      profile_id: 'text',
      tag: 'text?',
      friendly_name: 'text?',
      name: 'text',
      type: 'text',
      currency: 'text',
      country: 'text',
      state: 'text',
      reference_key: 'text',
      reference: 'text',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_linked_account', ['identity_id', 'created_at', 'id'])
  await index(db, 'sandbox_linked_account', ['identity_id', 'reference_key'])
  await table(
    db,
    'sandbox_linked_verification',
    {
      id: 'text',
      linked_account_id: 'text',
      state: 'text',
      steps: 'text',
      overridden_reason: 'text?',
      completed_at: 'int?',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_linked_verification', ['linked_account_id', 'created_at', 'id'])
}
