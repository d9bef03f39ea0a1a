import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  const text = { id: 'text', id_hash: 'text', kind: 'text', email: 'text', state: 'text', document: 'text' } as const
  await table(
    db,
    'gateway_entry',
    { ...text, token_cipher: 'text?', challenge_id: 'text?', created_at: 'int', expires_at: 'int' },
    ['id'],
  )
  await index(db, 'gateway_entry', ['id_hash'])
  await index(db, 'gateway_entry', ['challenge_id'])
  await index(db, 'gateway_entry', ['email'])
  await index(db, 'gateway_entry', ['expires_at'])
  await table(
    db,
    'gateway_invitation',
    { identity_id: 'text', user_id: 'text', sent_at: 'int', accepted_at: 'int?' },
    ['identity_id', 'user_id'],
  )
  await index(db, 'gateway_invitation', ['user_id'])
  // The token that chooses among a person's identities, beside the one of the identity they are in.
  await db.schema.alterTable('gateway_session').addColumn('auth_cipher', 'text').execute()
  await db.schema.alterTable('gateway_session').addColumn('auth_kept_at', 'bigint').execute()
  // The question to a person's phone by which the session is to be stepped up.
  await db.schema.alterTable('gateway_session').addColumn('phone_asked', 'text').execute()
  await db.schema.alterTable('gateway_session').addColumn('phone_until', 'bigint').execute()
}
