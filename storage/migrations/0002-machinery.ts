import { sql } from 'kysely'
import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(db, 'sandbox_due', { id: 'text', kind: 'text', subject: 'text', due_at: 'int' }, ['id'])
  await index(db, 'sandbox_due', ['due_at', 'id'])
  await index(db, 'sandbox_due', ['kind', 'subject'])
  await table(
    db,
    'sandbox_webhook',
    {
      id: 'text',
      event: 'text',
      path: 'text',
      payload: 'text',
      status: 'text',
      attempts: 'int',
      next_attempt_at: 'int',
      last_result: 'text?',
      created_at: 'int',
      delivered_at: 'int?',
    },
    ['id'],
  )
  // Most of them are done with: only those that wait are looked for by the time.
  await sql`create index sandbox_webhook_waiting on sandbox_webhook (next_attempt_at, id)
    where status = 'PENDING'`.execute(db)
  await index(db, 'sandbox_webhook', ['created_at', 'id'])
  await table(
    db,
    'sandbox_webhook_try',
    { id: 'text', webhook_id: 'text', at: 'int', took_ms: 'int', result: 'text' },
    ['id'],
  )
  await index(db, 'sandbox_webhook_try', ['webhook_id', 'id'])
}
