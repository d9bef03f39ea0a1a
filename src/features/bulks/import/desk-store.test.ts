import { beforeEach, describe, expect, test, vi } from 'vitest'
import { testAccounts } from '../forms/test-accounts'
import { createDesk } from './desk'
import type { DeskClient } from './desk-client'
import { createDeskStore, type DeskStore } from './desk-store'
import type { DraftStore } from './draft-store'

const around = { accounts: testAccounts, currencies: ['EUR', 'GBP'], now: 0, zone: 'UTC' }
const nowhere: DraftStore = {
  saveFile: async () => undefined,
  saveChanges: async () => undefined,
  load: async () => undefined,
  remove: async () => undefined,
}

let asked: string[] = []
let store: DeskStore
beforeEach(() => {
  asked = []
  const desk = createDesk(nowhere)
  // The worker without the thread: questions and answers cross as copies, as they do between threads.
  const client: DeskClient = {
    ask: async (call, ask) => {
      asked.push(call)
      return structuredClone(await desk[call](structuredClone(ask)))
    },
    close: vi.fn(),
  }
  store = createDeskStore(() => client)
})

const rows = (n: number, bad: readonly number[] = []) =>
  [
    'source,destination,amount,currency',
    ...Array.from({ length: n }, (_, i) => `101,102,${bad.includes(i) ? 'x' : ((i + 1) / 100).toFixed(2)},EUR`),
  ].join('\n')
const open = (text: string) => store.open('a.csv', new TextEncoder().encode(text).slice().buffer, around)
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('opening', () => {
  test('brings the first rows along, so that nothing is drawn empty', async () => {
    await open(rows(200))
    expect(store.state()).toMatchObject({ phase: 'open', filter: { kind: 'all' }, summary: { shown: 200 } })
    expect(store.rowAt(0)?.number).toBe(2)
    expect(store.rowAt(150)).toBeUndefined()
  })

  test('shows what has to be repaired first', async () => {
    await open(rows(200, [120]))
    expect(store.state()).toMatchObject({ filter: { kind: 'problems' }, summary: { shown: 1 } })
    expect(store.rowAt(0)?.number).toBe(122)
  })

  test('a file that is refused leaves the one on the desk where it is', async () => {
    await open(rows(3))
    await open('')
    expect(store.state()).toMatchObject({ phase: 'open', problem: { code: 'EMPTY' }, file: { rows: 3 } })
    await open(rows(4))
    expect(store.state().problem).toBeUndefined()
  })
})

test('rows come in chunks, each asked for once however many of it come into sight', async () => {
  await open(rows(400))
  asked = []
  for (let position = 120; position < 180; position += 1) store.want(position)
  await settled()
  expect(asked).toEqual(['rows'])
  expect(store.rowAt(179)?.number).toBe(181)
})

test('after a change the rows in sight are asked for again, and the old stay until then', async () => {
  await open(rows(10, [2]))
  const epoch = store.state().epoch
  await store.edit(0, 2, 'amount', '7')
  expect(store.state().epoch).toBeGreaterThan(epoch)
  expect(store.rowAt(0)).toMatchObject({ problems: [], edited: true })
  await store.setAside(2, true)
  expect(store.rowAt(0)?.aside).toBe(false)
  store.want(0)
  await settled()
  await store.show({ kind: 'aside' })
  expect(store.rowAt(0)?.aside).toBe(true)
})

test('another filter begins a new view', async () => {
  await open(rows(10))
  const { view } = store.state()
  await store.show({ kind: 'problems' })
  expect(store.state()).toMatchObject({ view: view + 1, filter: { kind: 'problems' }, summary: { shown: 0 } })
})
