import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BulkItem, BulkPath } from '../sandbox/domain/bulks/operations'
import { getBulk } from '../sandbox/domain/bulks/read-bulks'
import { executeBulk } from '../sandbox/domain/bulks/steer-bulk'
import { submitBulk } from '../sandbox/domain/bulks/submit-bulk'
import { createCard } from '../sandbox/domain/cards/create-card'
import { createBulkRunner } from '../sandbox/effects/bulk-runner'
import { addCompany, newActor } from '../sandbox/testing/bank'
import { prepaidOrder } from '../sandbox/testing/cards'
import { openFunded, sendOrder } from '../sandbox/testing/sends'
import { openWireBank, sure } from '../sandbox/testing/wires'
import { openStore } from '../storage/open'
import { figure } from './print'

const ROWS = 10_000
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: ROWS }, (_, index) => make(index))

/** Every kind of bulk with 10,000 rows that all succeed, from execute to COMPLETED, on SQLite with synchronous FULL. */
export async function benchBulkKinds(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  const bank = await openWireBank(await openStore(join(dir, 'bench.db')))
  const runner = createBulkRunner(bank.sandbox)
  runner.start()

  async function run(path: BulkPath, items: BulkItem[]): Promise<void> {
    const { bulkId } = sure(await bank.run((ctx) => submitBulk(ctx, path, items)))
    const at = performance.now()
    sure(await bank.run((ctx) => executeBulk(ctx, bulkId, {})))
    runner.wake()
    await runner.settled()
    const seconds = (performance.now() - at) / 1000
    const { status } = sure(await bank.run((ctx) => getBulk(ctx, bulkId)))
    if (status !== 'COMPLETED') throw new Error(`${path} ended ${status}`)
    figure(path, `${seconds.toFixed(2)} s`, `${Math.round(ROWS / seconds)} a second`)
  }

  try {
    const euros = bank.order().sourceInstrument.id
    const second = await bank.account('EUR', 0)
    const amount = { currency: 'EUR', amount: 1_00 }
    const source = { type: 'managed_accounts', id: euros }
    const transfer = { profileId: '3001', source, destination: { ...source, id: second }, destinationAmount: amount }
    await run(
      '/transfers',
      many(() => ({ requestBody: transfer })),
    )

    const other = newActor()
    await addCompany(bank.store, other, bank.clock.now())
    const theirs = await bank.run((ctx) => openFunded(ctx, other.identityId, 0))
    await run(
      '/sends',
      many(() => ({ requestBody: sendOrder(euros, theirs, 1_00) })),
    )
    const wire = bank.inDollars()
    await run(
      '/outgoing_wire_transfers',
      many(() => ({ requestBody: wire })),
    )

    const person = (index: number) => ({ name: 'Grace', surname: 'Hopper', email: `user-${index}@bench.test` })
    await run(
      '/users',
      many((index) => ({ requestBody: person(index) })),
    )
    const users = await bank.store.db
      .selectFrom('sandbox_credential')
      .select('id')
      .where('email', 'like', '%@bench.test')
      .execute()
    await run(
      '/users/_user_id_/invite',
      users.map(({ id }) => ({ pathParams: { _user_id_: id } })),
    )

    const cards = await bank.run(async (ctx) => {
      const ids: string[] = []
      for (let made = 0; made < ROWS; made++)
        ids.push(sure(await createCard(ctx, bank.sandbox.keys, prepaidOrder())).id)
      return ids
    })
    const each = cards.map((id) => ({ pathParams: { _id_: id } }))
    const rules = { allowAtm: false, allowContactless: true }
    await run(
      '/managed_cards/_id_/spend_rules',
      each.map((item) => ({ ...item, requestBody: rules })),
    )
    await run('/managed_cards/_id_/block', each)
    await run('/managed_cards/_id_/unblock', each)
    await run('/managed_cards/_id_/remove', each)
  } finally {
    await runner.stop()
    await bank.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
