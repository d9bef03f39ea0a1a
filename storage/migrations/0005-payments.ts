import type { Db } from './build'

export async function up(db: Db): Promise<void> {
  void db
}
