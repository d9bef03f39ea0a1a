import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await identities(db)
  await users(db)
}

async function users(db: Db): Promise<void> {
  for (const [name, type] of [
    ['tag', 'text'],
    ['roles', 'text'],
    ['invited_until', 'bigint'],
  ] as const)
    await db.schema.alterTable('sandbox_credential').addColumn(name, type).execute()
  await index(db, 'sandbox_credential', ['identity_id', 'created_at', 'id'])
  // One login for an address in each identity, whoever asks for it at the same time.
  await index(db, 'sandbox_credential', ['identity_id', 'email'], true)
  await index(db, 'sandbox_token', ['credential_id'])
}

async function identities(db: Db): Promise<void> {
  await db.schema
    .alterTable('sandbox_identity')
    .addColumn('active', 'bigint', (c) => c.notNull().defaultTo(1))
    .execute()
  await db.schema
    .alterTable('sandbox_identity')
    .addColumn('checks', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()
  await table(
    db,
    'sandbox_director',
    {
      id: 'text',
      identity_id: 'text',
      type: 'text',
      first_name: 'text',
      middle_name: 'text?',
      last_name: 'text',
      email: 'text',
      status: 'text',
      ongoing_status: 'text',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_director', ['identity_id', 'created_at', 'id'])
  await table(
    db,
    'sandbox_kyi_reference',
    {
      reference: 'text',
      identity_id: 'text',
      kind: 'text',
      credential_id: 'text?',
      director_id: 'text?',
      kyc_level: 'text?',
      expires_at: 'int',
      closed: 'int',
    },
    ['reference'],
  )
  await index(db, 'sandbox_kyi_reference', ['identity_id', 'kind'])
  await table(db, 'sandbox_email_code', { credential_id: 'text', email: 'text', expires_at: 'int' }, ['credential_id'])
}
