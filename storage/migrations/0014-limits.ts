import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(db, 'gateway_limit', { key: 'text', until: 'int' }, ['key'])
  await index(db, 'gateway_limit', ['until'])
}
