import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(
    db,
    'gateway_webhook',
    {
      id: 'text',
      webhook: 'text',
      section: 'text',
      reference: 'text',
      identity_id: 'text?',
      resource_kind: 'text?',
      resource_id: 'text?',
      state: 'text?',
      proof: 'text',
      form: 'text',
      payload: 'text?',
      headers: 'text',
      bytes: 'int',
      published_at: 'int',
      received_at: 'int',
      took_ms: 'int',
      repeats: 'int',
    },
    ['id'],
  )
  // The database itself keeps what is told twice from being stored twice, by whichever gateway hears it.
  await index(db, 'gateway_webhook', ['webhook', 'reference'], true)
  await index(db, 'gateway_webhook', ['identity_id', 'received_at', 'id'])
  await index(db, 'gateway_webhook', ['received_at'])
  await table(db, 'gateway_webhook_subject', { event_id: 'text', kind: 'text', subject_id: 'text' }, [
    'event_id',
    'kind',
    'subject_id',
  ])
  await index(db, 'gateway_webhook_subject', ['subject_id', 'kind'])
  await table(db, 'gateway_owner', { kind: 'text', subject_id: 'text', identity_id: 'text' }, ['kind', 'subject_id'])
}
