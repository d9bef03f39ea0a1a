import { beforeEach, expect, test, vi } from 'vitest'
import { createClock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { onEachEngine } from '../../test/postgres/engines'
import { createLog } from '../log'
import { createAudit, type Deed } from './audit'
import { verifyAll } from './verify'

const key = Buffer.alloc(32, 3)
const log = createLog('silent')
const deed: Deed = {
  identity: { type: 'CORPORATE', id: '110' },
  operation: 'transferCreate',
  section: 'transfers',
  address: '10.0.0.1',
}
const done = { outcome: 'DONE', status: 200, requestRef: '77' } as const
const MINUTE = 60_000

onEachEngine('the audit record', (open, engine) => {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })
  const gateway = (clock = createClock(), itsKey = key) => createAudit({ store, clock, key: itsKey, log })
  const lines = (chain = '110') =>
    store.db.selectFrom('gateway_audit_line').selectAll().where('chain', '=', chain).orderBy('seq').execute()

  test('two gateways that write into one chain at once lose no line and no number', async () => {
    const [one, two] = [gateway(), gateway()]
    const both = Array.from({ length: 40 }, async (_, index) => {
      const line = await (index % 2 === 0 ? one : two).begin({ ...deed, resource: String(index) })
      await line.end(done)
    })
    await Promise.all(both)
    const found = await lines()
    expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(new Set(found.map(({ resource }) => resource)).size).toBe(40)
    expect((await verifyAll(store, key)).every(({ broken }) => !broken)).toBe(true)
    expect(await lines('system')).toHaveLength(1)
  })

  test('a deed is under way before it leaves, and in the chain once it has ended', async () => {
    const line = await gateway().begin(deed)
    expect(await lines()).toEqual([])
    expect(await store.db.selectFrom('gateway_audit_pending').select('chain').execute()).toEqual([{ chain: '110' }])
    await line.end(done)
    expect(await lines()).toMatchObject([{ outcome: 'DONE', request_ref: '77' }])
    expect(await store.db.selectFrom('gateway_audit_pending').selectAll().execute()).toEqual([])
  })

  test('when the record cannot be written, nothing begins; when its end cannot, the answer is not lost', async () => {
    const audit = gateway()
    const line = await audit.begin(deed)
    const failing = vi.spyOn(store.db, 'transaction').mockImplementation(() => {
      throw new Error('no database')
    })
    await line.end(done)
    failing.mockRestore()
    expect(await lines()).toEqual([])
    const none = vi.spyOn(store.db, 'insertInto').mockImplementation(() => {
      throw new Error('no database')
    })
    await expect(audit.begin(deed)).rejects.toThrow('no database')
    none.mockRestore()
    await gateway(createClock(11 * MINUTE)).start()
    expect(await lines()).toMatchObject([{ outcome: 'UNKNOWN', status: 0 }])
  })

  test('what a dead gateway left is written down as of unknown outcome, once', async () => {
    await gateway().begin(deed)
    const later = createClock(engine === 'postgres' ? 11 * MINUTE : 0)
    const [one, two] = [gateway(later), gateway(later)]
    await Promise.all([one.start(), two.start()])
    expect(await lines()).toMatchObject([{ outcome: 'UNKNOWN', operation: 'transferCreate', request_ref: null }])
    expect((await verifyAll(store, key)).every(({ broken }) => !broken)).toBe(true)
  })

  test('a gateway never gives up what it is doing itself', async () => {
    const clock = createClock()
    const audit = gateway(clock)
    const line = await audit.begin(deed)
    await clock.advance(60 * MINUTE)
    await audit.sweep()
    expect(await lines()).toEqual([])
    await line.end(done)
    expect(await lines()).toMatchObject([{ outcome: 'DONE' }])
  })

  if (engine === 'postgres')
    test('what another living gateway began a minute ago is left to it', async () => {
      const line = await gateway().begin(deed)
      await gateway(createClock(MINUTE)).start()
      expect(await lines()).toEqual([])
      await gateway(createClock(11 * MINUTE)).start()
      await line.end(done)
      expect(await lines()).toMatchObject([{ outcome: 'UNKNOWN' }, { outcome: 'DONE' }])
    })

  test('a gateway with another key does not start', async () => {
    await gateway().note(deed, done)
    await expect(gateway(createClock(), Buffer.alloc(32, 9)).start()).rejects.toThrow('another AUDIT_KEY')
    await gateway().start()
  })

  test('a flood from those who are not signed in fills so many lines a minute, and the rest are counted', async () => {
    const clock = createClock()
    const audit = gateway(clock)
    const refused = { outcome: 'REFUSED', status: 403 } as const
    const from = (address: string) => audit.note({ operation: 'sign-in', section: 'access', address }, refused)
    for (let n = 0; n < 25; n++) await from('10.0.0.1')
    await from('10.0.0.2')
    expect(await lines('system')).toHaveLength(11)
    await clock.advance(MINUTE)
    await from('10.0.0.1')
    expect((await lines('system')).map(({ change }) => change)).toEqual([
      ...Array(10).fill(null),
      '{"leftOutBefore":15}',
      null,
    ])
    for (let n = 0; n < 500; n++) await from(`10.1.${n >> 8}.${n & 255}`)
    expect((await lines('system')).length).toBeLessThanOrEqual(12 + 120)
  })
})
