import type { Db } from './build'

export async function up(_db: Db): Promise<void> {}
