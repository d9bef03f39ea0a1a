import { sql } from 'kysely'
import type { Store } from '../../../storage/open'

/** Takes the database's own protection away, as somebody with all rights on it could. */
export async function unlock({ db, engine }: Store): Promise<void> {
  if (engine === 'postgres') {
    await sql`alter table gateway_audit_line disable trigger user`.execute(db)
    return
  }
  for (const action of ['update', 'delete']) {
    await sql`drop trigger if exists ${sql.ref(`gateway_audit_line_no_${action}`)}`.execute(db)
  }
}
