import { beforeEach, expect, test } from 'vitest'
import { createClock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { onEachEngine } from '../../test/postgres/engines'
import { createLog } from '../log'
import { createAudit, type Deed } from './audit'
import { unlock } from './testing/tamper'
import { verifyAll } from './verify'

const key = Buffer.alloc(32, 3)
const mine = { type: 'CORPORATE', id: '110' } as const
const deed = (operation: string, identity: Deed['identity'] = mine): Deed => ({
  ...(identity && { identity }),
  operation,
  section: 'transfers',
  change: { description: operation },
  amounts: [{ currency: 'EUR', amount: 100 }],
  address: '10.0.0.1',
})
const done = { outcome: 'DONE', status: 200 } as const

onEachEngine('the chain of the audit record', (open) => {
  let store: Store
  beforeEach(async () => {
    store = await open()
    const audit = createAudit({ store, clock: createClock(), key, log: createLog('silent') })
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const line = await audit.begin(deed(name))
      await line.end(done)
    }
    await audit.note(deed('else', { type: 'CORPORATE', id: '220' }), done)
  })

  const lines = () =>
    store.db.selectFrom('gateway_audit_line').selectAll().where('chain', '=', '110').orderBy('seq').execute()
  const broken = async () =>
    (await verifyAll(store, key)).filter((one) => one.broken).map((one) => [one.chain, one.broken])
  const at = (seq: number) =>
    store.db.updateTable('gateway_audit_line').where('chain', '=', '110').where('seq', '=', seq)
  const cut = (seq: number) =>
    store.db.deleteFrom('gateway_audit_line').where('chain', '=', '110').where('seq', '>=', seq).execute()

  test('holds as it was written, and nothing is under way any more', async () => {
    expect(await verifyAll(store, key)).toMatchObject([
      { chain: 'system', lines: 2 },
      { chain: '110', lines: 5 },
      { chain: '220', lines: 1 },
    ])
    expect(await broken()).toEqual([])
    expect(await store.db.selectFrom('gateway_audit_pending').selectAll().execute()).toEqual([])
  })

  test('another key proves nothing', async () => {
    const results = await verifyAll(store, Buffer.alloc(32, 4))
    expect(results.every(({ broken: why }) => why?.why === 'CHANGED' && why.seq === 1)).toBe(true)
  })

  test('the database itself refuses to change or remove a line', async () => {
    await expect(at(3).set({ code: 'X' }).execute()).rejects.toThrow('append-only')
    await expect(cut(3)).rejects.toThrow('append-only')
  })

  test.each([
    ['person_name', 'Somebody else'],
    ['operation', 'other'],
    ['amounts', '[{"currency":"EUR","amount":1}]'],
    ['change', null],
    ['outcome', 'REFUSED'],
    ['status', 201],
    ['at', 1],
    ['address', '10.0.0.2'],
    ['proposal', 'p'],
    ['hash', 'x'],
  ] as const)('a changed %s is found', async (column, value) => {
    await unlock(store)
    await at(3)
      .set({ [column]: value })
      .execute()
    expect(await broken()).toEqual([['110', { seq: 3, why: 'CHANGED' }]])
  })

  test('a line that was removed in the middle is found', async () => {
    await unlock(store)
    await store.db.deleteFrom('gateway_audit_line').where('chain', '=', '110').where('seq', '=', 3).execute()
    expect(await broken()).toEqual([['110', { seq: 3, why: 'MISSING' }]])
  })

  test('the last line being removed is found, also with its head gone', async () => {
    await unlock(store)
    await cut(5)
    expect(await broken()).toEqual([['110', { seq: 5, why: 'CUT_OFF' }]])
    await store.db.deleteFrom('gateway_audit_head').where('chain', '=', '110').execute()
    expect(await broken()).toEqual([['110', { seq: 4, why: 'HEAD_MISSING' }]])
  })

  test('a tail that was cut off stays found when others write on', async () => {
    await unlock(store)
    await cut(5)
    const [, , , last] = await lines()
    await store.db
      .updateTable('gateway_audit_head')
      .set({ seq: 4, hash: last?.hash ?? '' })
      .where('chain', '=', '110')
      .execute()
    expect(await broken()).toEqual([['110', { seq: 4, why: 'HEAD_CHANGED' }]])
    const audit = createAudit({ store, clock: createClock(), key, log: createLog('silent') })
    await audit.note(deed('f'), done)
    expect(await broken()).toEqual([['110', { seq: 5, why: 'CHANGED' }]])
  })

  test('a line that was put in is found: with a number that is taken, in the middle and at the end', async () => {
    const [first, , third] = await lines()
    if (!first || !third) throw new Error('There are five lines.')
    const forged = { ...third, id: 'forged', operation: 'forged' }
    await expect(store.db.insertInto('gateway_audit_line').values(forged).execute()).rejects.toThrow()
    await store.db
      .insertInto('gateway_audit_line')
      .values({ ...forged, seq: 6 })
      .execute()
    expect(await broken()).toEqual([['110', { seq: 6, why: 'ADDED' }]])
    await unlock(store)
    await store.db.deleteFrom('gateway_audit_line').where('seq', '=', 6).execute()
    await at(3).set({ seq: 60 }).execute()
    await store.db.insertInto('gateway_audit_line').values(forged).execute()
    expect(await broken()).toEqual([['110', { seq: 3, why: 'CHANGED' }]])
  })

  test('two lines that change places are found', async () => {
    await unlock(store)
    await at(2).set({ seq: 200 }).execute()
    await at(3).set({ seq: 2 }).execute()
    await at(200).set({ seq: 3 }).execute()
    expect(await broken()).toEqual([['110', { seq: 2, why: 'CHANGED' }]])
  })

  test('a line that moves to another identity is found', async () => {
    await unlock(store)
    await at(5).set({ chain: '220', seq: 2 }).execute()
    expect(await broken()).toEqual([
      ['110', { seq: 5, why: 'CUT_OFF' }],
      ['220', { seq: 2, why: 'ADDED' }],
    ])
  })

  test('a chain that is removed as a whole is found, and one that is begun anew in its place', async () => {
    await unlock(store)
    await cut(1)
    await store.db.deleteFrom('gateway_audit_head').where('chain', '=', '110').execute()
    expect(await broken()).toEqual([['110', { seq: 1, why: 'CHAIN_MISSING' }]])
    const audit = createAudit({ store, clock: createClock(), key, log: createLog('silent') })
    await audit.note(deed('a'), done)
    expect(await broken()).toEqual([['110', { seq: 1, why: 'CHAIN_REPLACED' }]])
  })
})
