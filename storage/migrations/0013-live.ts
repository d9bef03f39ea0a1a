import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  // Permissions of which one lets a person hear the event, with blanks between; empty where anybody of the identity may.
  await db.schema
    .alterTable('gateway_live_event')
    .addColumn('needs', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  // Which gateway asks for the progress of a bulk at the moment.
  await table(db, 'gateway_bulk_poll', { key: 'text', holder: 'text', until: 'int' }, ['key'])
  await index(db, 'gateway_bulk_poll', ['until'])
}
