import type { SqlBool } from 'kysely'
import { sql } from 'kysely'

/** Rows that are still to be sent. Written out, not as a parameter: SQLite uses the index of these rows for no other. */
export const waiting = sql<SqlBool>`sandbox_webhook.status = 'PENDING'`
