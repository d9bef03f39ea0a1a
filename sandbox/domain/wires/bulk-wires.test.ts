import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { onEachEngine } from '../../../test/postgres/engines'
import { createBulkRunner } from '../../effects/bulk-runner'
import { germanIban, payee, trustBeneficiary } from '../../testing/trust'
import { openWireBank, sure, to, ukPayee, type WireBank } from '../../testing/wires'
import { getBulk } from '../bulks/read-bulks'
import { executeBulk } from '../bulks/steer-bulk'
import { submitBulk } from '../bulks/submit-bulk'

onEachEngine('wires in bulk', (open) => {
  let bank: WireBank
  beforeAll(async () => {
    bank = await openWireBank(await open())
  })
  afterAll(() => bank.close())

  const run = async (orders: OutgoingWireTransferOrder[]) => {
    const items = orders.map((requestBody) => ({ pathParams: {}, requestBody }))
    const { bulkId } = sure(await bank.run((ctx) => submitBulk(ctx, '/outgoing_wire_transfers', items)))
    sure(await bank.run((ctx) => executeBulk(ctx, bulkId, {})))
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
    const rows = await bank.store.db
      .selectFrom('sandbox_bulk_operation')
      .select(['status', 'response'])
      .where('bulk_id', '=', bulkId)
      .orderBy('sequence')
      .execute()
    const answers: { id?: string; state?: string; errorCode?: string }[] = rows.map(({ response }) =>
      JSON.parse(response ?? '{}'),
    )
    return { answers, bulk: sure(await bank.run((ctx) => getBulk(ctx, bulkId))) }
  }

  it('does for each row what its single call would do, and can have the rest confirmed together', async () => {
    const small = bank.inDollars({ transferAmount: { currency: 'USD', amount: 100 } })
    const kinds = [
      bank.inDollars(),
      small,
      bank.order(),
      bank.inPounds(to(ukPayee('31510102'))),
      bank.order({ profileId: '9' }),
    ]
    const { answers, bulk } = await run(Array.from({ length: 500 }, (_, i) => kinds[i % 5] ?? small))
    expect(bulk).toMatchObject({ status: 'PARTIALLY_COMPLETED', operation: '/outgoing_wire_transfers' })
    const counts = new Map<string, number>()
    for (const { state, errorCode } of answers) {
      const said = state ?? errorCode ?? ''
      counts.set(said, (counts.get(said) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      PENDING_CHALLENGE: 195,
      // Five small ones in a row need no challenge.
      SUBMITTED: 5,
      PENDING_CONFIRMATION: 200,
      PROFILE_NOT_FOUND: 100,
    })
    const before = await bank.balances(bank.dollars)
    const waiting = answers.flatMap(({ id, state }) => (id && state === 'PENDING_CHALLENGE' ? [id] : []))
    expect(await bank.verify(...waiting)).toMatchObject({ ok: true })
    // 100 of 50.00 and 95 of 1.00, each with its fee.
    const held = 100 * (5000 + 1500) + 95 * (100 + 1500)
    expect(await bank.balances(bank.dollars)).toEqual([before[0], (before[1] ?? 0) - held])
    expect(await bank.broken()).toEqual([])
    const told = await bank.store.db
      .selectFrom('sandbox_webhook')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('event', '=', 'outgoing_wire_transfers_watch')
      .executeTakeFirstOrThrow()
    expect(Number(told.count)).toBe(400 + 195)
  })

  it('never spends more than there is', async () => {
    const account = await bank.funded('EUR', 50_000)
    const beneficiaryId = await bank.run((ctx) =>
      trustBeneficiary(ctx, payee({ bankAccountDetails: { iban: germanIban(9100) } })),
    )
    const order = bank.order({ sourceInstrument: { type: 'managed_accounts', id: account }, ...to({ beneficiaryId }) })
    const { answers } = await run(Array.from({ length: 12 }, () => order))
    const ids = answers.flatMap(({ id }) => id ?? [])
    expect(ids).toHaveLength(12)
    for (const id of ids) await bank.look(id)
    const states = await Promise.all(ids.map(bank.stateOf))
    // 9 times 50.20 fit into 500.00.
    expect(states.filter((state) => state === 'SUBMITTED')).toHaveLength(9)
    expect(states.filter((state) => state === 'FAILED')).toHaveLength(3)
    expect(await bank.balances(account)).toEqual([50_000, 50_000 - 9 * 5020])
    expect(await bank.broken()).toEqual([])
  })
})
