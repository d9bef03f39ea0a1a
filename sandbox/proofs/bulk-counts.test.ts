import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { getBulk } from '../domain/bulks/read-bulks'
import { executeBulk } from '../domain/bulks/steer-bulk'
import { submitBulk } from '../domain/bulks/submit-bulk'
import { createBulkRunner } from '../effects/bulk-runner'
import { openBank } from '../testing/bank'
import { bulkKinds } from '../testing/bulk-kinds'
import { must } from '../worlds/world'

const ROWS = 400
const KINDS = ['transfers', 'users', 'block']

type Counted = { id: string; status: string; item_count: number; said: number; counted: number; waiting: number }

onEachEngine('the counts of bulks that run', (open) => {
  it('are what their rows say whenever somebody looks', async () => {
    const bank = await openBank(await open())
    const ids: string[] = []
    for (const name of KINDS) {
      const kind = await bulkKinds[name]?.(bank, ROWS)
      if (!kind) throw new Error(name)
      ids.push((await bank.run((ctx) => must(submitBulk(ctx, kind.path, kind.items)))).bulkId)
    }
    /** In one statement, and so at one moment: what the bulk says, and what its rows are. */
    const look = async (): Promise<Counted[]> => {
      const { rows } = await sql<Counted>`
        select b.id, b.status, b.item_count, b.completed_count * 1000000 + b.failed_count as said,
          (select count(*) * 1000000 from sandbox_bulk_operation o where o.bulk_id = b.id and o.status = 'COMPLETED')
            + (select count(*) from sandbox_bulk_operation o where o.bulk_id = b.id and o.status = 'FAILED') as counted,
          (select count(*) from sandbox_bulk_operation o where o.bulk_id = b.id and o.status = 'SUBMITTED') as waiting
        from sandbox_bulk b order by b.id`.execute(bank.store.db)
      return rows
    }
    const ended = (rows: readonly Counted[]) => rows.every(({ status }) => status === 'PARTIALLY_COMPLETED')

    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    for (const id of ids) await bank.run((ctx) => must(executeBulk(ctx, id, {})))
    runner.wake()
    const seen = new Set<number>()
    for (let rows = await look(); !ended(rows); rows = await look()) {
      for (const { said, counted, waiting, item_count } of rows) {
        expect(Number(counted)).toBe(Number(said))
        const tried = Math.floor(Number(said) / 1_000_000) + (Number(said) % 1_000_000)
        expect(Number(waiting)).toBe(Number(item_count) - tried)
        if (tried > 0 && tried < ROWS) seen.add(tried)
      }
      for (const id of ids) {
        const { operationStatusCounts: counts } = await bank.run((ctx) => must(getBulk(ctx, id)))
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(ROWS)
      }
    }
    await runner.settled()
    await runner.stop()
    // Otherwise nobody looked while they ran.
    expect(seen.size).toBeGreaterThan(3)
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })
})
