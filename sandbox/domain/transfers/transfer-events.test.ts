import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { listener, type Told } from '../../testing/told'
import { runDue } from '../due/run-due'
import { cancelTransfers } from './cancel-transfers'
import { createTransfer } from './create-transfer'

onEachEngine('what the platform hears of transfers', (open) => {
  const clock = createClock()
  let bank: Bank
  let from: string
  let to: string
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    from = await bank.account('EUR', 100)
    to = await bank.account('EUR', 0)
    told = listener(bank.store)
  })
  beforeEach(async () => void (await told()))
  afterAll(() => bank.close())

  const transfer = (amount: number, inMs?: number) =>
    bank.run((ctx) =>
      createTransfer(ctx, {
        profileId: '3001',
        tag: 'rent',
        source: { type: 'managed_accounts', id: from },
        destination: { type: 'managed_accounts', id: to },
        destinationAmount: { currency: 'EUR', amount },
        ...(inMs !== undefined && { scheduledTimestamp: String(clock.now() + inMs) }),
      }),
    )
  const payloads = async () => (await told('transfers_watch')).map(({ payload }) => payload)

  it('one that is made at once', async () => {
    const made = await transfer(10)
    const id = made.ok ? made.value.id : ''
    expect(await payloads()).toEqual([
      {
        eventType: 'COMPLETED',
        transfer: {
          id: { type: 'transfers', id },
          profileId: '3001',
          tag: 'rent',
          source: { type: 'managed_accounts', id: from },
          destination: { type: 'managed_accounts', id: to },
          destinationAmount: { currency: 'EUR', amount: '10' },
          state: 'COMPLETED',
          creationTimestamp: expect.stringMatching(/^\d{13}$/),
          executionTimestamp: expect.stringMatching(/^\d{13}$/),
        },
        publishedTimestamp: expect.stringMatching(/^\d{13}$/),
      },
    ])
  })

  it('one that waits and is made, and one that cannot be made then', async () => {
    await transfer(10, 1000)
    await transfer(1000, 2000)
    clock.advance(2000)
    while (await bank.run(runDue));
    expect(await payloads()).toMatchObject([
      { eventType: 'SCHEDULED', transfer: { state: 'SCHEDULED', scheduledTimestamp: expect.any(String) } },
      { eventType: 'SCHEDULED' },
      { eventType: 'COMPLETED', transfer: { state: 'COMPLETED', scheduledTimestamp: expect.any(String) } },
      { eventType: 'FAILED', transfer: { state: 'FAILED', conflict: 'INSUFFICIENT_FUNDS' } },
    ])
  })

  it('one that is called off, and nothing of one that could not be', async () => {
    const waiting = await transfer(1, 1000)
    const id = waiting.ok ? waiting.value.id : ''
    await told()
    const orders = [{ id, cancellationReason: 'Wrong day' }, { id: '404' }]
    await bank.run((ctx) => cancelTransfers(ctx, orders))
    expect(await payloads()).toMatchObject([
      { eventType: 'CANCELLED', transfer: { id: { id }, state: 'CANCELLED', cancellationReason: 'Wrong day' } },
    ])
  })
})
