import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await confirmations(db)
  await sends(db)
  await correspondents(db)
  await wires(db)
  await incomingWires(db)
}

async function confirmations(db: Db): Promise<void> {
  const columns = { challenge_id: 'text', resource: 'text', subject: 'text' } as const
  await table(db, 'sandbox_confirmation', columns, ['challenge_id', 'subject'])
  await index(db, 'sandbox_confirmation', ['subject', 'resource'])
}

async function sends(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_send',
    {
      id: 'text',
      identity_id: 'text',
      profile_id: 'text',
      tag: 'text?',
      description: 'text?',
      source_type: 'text',
      source_id: 'text',
      destination_type: 'text?',
      destination_id: 'text?',
      beneficiary_id: 'text?',
      currency: 'text',
      amount: 'int',
      source_fee: 'int',
      destination_fee: 'int',
      state: 'text',
      exemption: 'text?',
      failure: 'text?',
      scheduled_at: 'int?',
      executed_at: 'int?',
      cancellation_reason: 'text?',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_send', ['identity_id', 'created_at', 'id'])
  await index(db, 'sandbox_send', ['source_id', 'created_at'])
}

async function correspondents(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_correspondent_transfer',
    {
      id: 'text',
      identity_id: 'text',
      identity_type: 'text',
      profile_id: 'text',
      tag: 'text?',
      source_id: 'text',
      currency: 'text',
      amount: 'int',
      state: 'text',
      failure: 'text?',
      originator_name: 'text',
      originator_type: 'text',
      originator_tag: 'text?',
      scheduled_at: 'int?',
      executed_at: 'int?',
      cancellation_reason: 'text?',
      document: 'text',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_correspondent_transfer', ['identity_id', 'created_at', 'id'])
}

async function wires(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_wire',
    {
      id: 'text',
      identity_id: 'text',
      identity_type: 'text',
      profile_id: 'text',
      tag: 'text?',
      source_id: 'text',
      currency: 'text',
      amount: 'int',
      fee: 'int',
      type: 'text?',
      state: 'text',
      exemption: 'text?',
      unchecked: 'int',
      failure: 'text?',
      rejected_by: 'text?',
      scheduled_at: 'int?',
      executed_at: 'int?',
      cancellation_reason: 'text?',
      document: 'text',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_wire', ['identity_id', 'created_at', 'id'])
  await index(db, 'sandbox_wire', ['source_id', 'state'])
}

/** What came in by wire has a state of its own and knows the account that it came from. */
async function incomingWires(db: Db): Promise<void> {
  const change = () => db.schema.alterTable('sandbox_deposit')
  await change()
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('COMPLETED'))
    .execute()
  await change()
    .addColumn('document', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()
  await change().addColumn('linked_account_id', 'text').execute()
  await change().addColumn('executed_at', 'bigint').execute()
  await change()
    .addColumn('updated_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await index(db, 'sandbox_deposit', ['identity_id', 'created_at', 'id'])
}
