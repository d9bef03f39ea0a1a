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
  await index(db, 'sandbox_webhook', ['status', 'next_attempt_at'])
  await index(db, 'sandbox_webhook', ['created_at', 'id'])
  await table(
    db,
    'sandbox_webhook_try',
    { id: 'text', webhook_id: 'text', at: 'int', took_ms: 'int', result: 'text' },
    ['id'],
  )
  await index(db, 'sandbox_webhook_try', ['webhook_id', 'id'])
}
