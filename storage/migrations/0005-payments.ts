import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await confirmations(db)
}

async function confirmations(db: Db): Promise<void> {
  const columns = { challenge_id: 'text', resource: 'text', subject: 'text' } as const
  await table(db, 'sandbox_confirmation', columns, ['challenge_id', 'subject'])
  await index(db, 'sandbox_confirmation', ['subject', 'resource'])
}
