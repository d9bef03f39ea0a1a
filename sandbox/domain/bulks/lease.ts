import type { Kysely } from 'kysely'
import type { Tables } from '../../../storage/schema'

type Db = Kysely<Tables>

/** Running bulks that nobody else holds, the oldest first. */
export async function waitingBulks(db: Db, owner: string, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('sandbox_bulk')
    .select('id')
    .where('status', '=', 'RUNNING')
    .where((eb) => eb.or([eb('lease_owner', 'is', null), eb('lease_owner', '=', owner), eb('lease_until', '<=', now)]))
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Takes the lease of a running bulk, unless another worker was faster. */
export async function claimBulk(
  db: Db,
  { id, owner, now, leaseMs }: { id: string; owner: string; now: number; leaseMs: number },
): Promise<boolean> {
  const claimed = await db
    .updateTable('sandbox_bulk')
    .set({ lease_owner: owner, lease_until: now + leaseMs })
    .where('id', '=', id)
    .where('status', '=', 'RUNNING')
    .where((eb) => eb.or([eb('lease_owner', 'is', null), eb('lease_owner', '=', owner), eb('lease_until', '<=', now)]))
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

export async function releaseBulk(db: Db, id: string, owner: string): Promise<void> {
  await db
    .updateTable('sandbox_bulk')
    .set({ lease_owner: null, lease_until: 0 })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .execute()
}

/** Forgets all leases: only where no other worker can be alive. */
export async function releaseEverything(db: Db): Promise<void> {
  await db
    .updateTable('sandbox_bulk')
    .set({ lease_owner: null, lease_until: 0 })
    .where('lease_owner', 'is not', null)
    .execute()
}
