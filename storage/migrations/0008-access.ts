import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(db, 'gateway_identity', { identity_id: 'text', zone: 'text', revision: 'int' }, ['identity_id'])
  await table(
    db,
    'gateway_role',
    {
      identity_id: 'text',
      id: 'text',
      name: 'text',
      name_key: 'text',
      description: 'text?',
      permissions: 'text',
      accounts: 'text',
      cards: 'text',
      limits: 'text',
      created_at: 'int',
      updated_at: 'int',
    },
    ['identity_id', 'id'],
  )
  await index(db, 'gateway_role', ['identity_id', 'name_key'], true)
  await table(
    db,
    'gateway_role_of',
    { identity_id: 'text', user_id: 'text', role_id: 'text', given_at: 'int' },
    ['identity_id', 'user_id'],
  )
  await table(
    db,
    'gateway_bulk_instruments',
    { identity_id: 'text', bulk_id: 'text', instruments: 'text', created_at: 'int' },
    ['identity_id', 'bulk_id'],
  )
}
