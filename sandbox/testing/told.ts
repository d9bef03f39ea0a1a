import type { Store } from '../../storage/open'

export type Told = { event: string; payload: unknown }

/** What the platform was to hear since the last time that somebody asked, oldest first; of one kind, or of all. */
export function listener({ db }: Store): (event?: string) => Promise<Told[]> {
  const heard = new Set<string>()
  return async (event) => {
    const rows = await db.selectFrom('sandbox_webhook').selectAll().orderBy('created_at').orderBy('id').execute()
    const fresh = rows.filter(({ id }) => !heard.has(id))
    for (const { id } of fresh) heard.add(id)
    return fresh
      .filter((row) => event === undefined || row.event === event)
      .map((row): Told => ({ event: row.event, payload: JSON.parse(row.payload) }))
  }
}
