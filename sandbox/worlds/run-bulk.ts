import { claimBulk, releaseBulk } from '../domain/bulks/lease'
import { runBatch } from '../domain/bulks/run-batch'
import { breathe, type Site } from './world'

const owner = 'world'
const LEASE_MS = 60_000
const ROWS = 200

/** Runs the next rows of a bulk as the engine would, batch after batch from an instant on, and gives the bulk back. */
export async function runBulk(site: Site, bulkId: string, rows: number, from: number): Promise<void> {
  const { tx } = site.at(from)
  await claimBulk(tx, { id: bulkId, owner, now: from, leaseMs: LEASE_MS })
  for (let ran = 0, instant = from; ran < rows; instant += 100) {
    const order = { bulkId, owner, limit: Math.min(rows - ran, ROWS), leaseMs: LEASE_MS, careful: false }
    const batch = await runBatch(site.at(instant), order)
    ran += batch.ran
    await breathe()
    if (!batch.more || batch.ran === 0) break
  }
  await releaseBulk(tx, bulkId, owner)
}
