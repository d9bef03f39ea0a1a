import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Store } from '../../storage/open'
import { onEachEngine } from '../../test/postgres/engines'
import { done } from '../domain/context'
import { createSandbox, type RunningSandbox } from '../index'
import { freshStore } from '../testing/front-door'
import { consumer } from './consumer/consumer'
import { worldNames } from './registry'
import { must } from './world'

const json = { 'content-type': 'application/json' }
const options = { secret: Buffer.alloc(32, 1), apiKey: 'key', uiKey: 'ui', secureOrigin: 'http://localhost:4000' }

onEachEngine('worlds', (openStore) => {
  const fresh = freshStore(openStore)
  let store: Store
  let running: RunningSandbox
  beforeEach(async () => {
    store = await fresh()
    running = await createSandbox({ ...options, store })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await running.stop()
  })
  const build = (name: string) =>
    running.control.request('/world', { method: 'POST', headers: json, body: JSON.stringify({ name }) })
  const state = async () => (await running.control.request('/state')).json()
  const people = async () =>
    (await store.db.selectFrom('sandbox_credential').select('email').orderBy('email').execute()).map(
      ({ email }) => email,
    )

  test('are listed with a sentence and with who can sign in', async () => {
    const { worlds } = await (await running.control.request('/worlds')).json()
    expect(worlds.map(({ name }: { name: string }) => name)).toEqual([...worldNames])
    for (const { what } of worlds) expect(what).toMatch(/\.$/)
    expect(worlds[1].signIns[0]).toMatchObject({ email: 'root@northwind.example', role: 'Root user' })
  })

  test('that cannot be built leave the former one as it was', async () => {
    expect((await build('small-company')).status).toBe(200)
    const before = await people()
    await running.control.request('/bulk-pace', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ operationsPerSecond: 5 }),
    })
    vi.spyOn(consumer, 'build').mockImplementation(async (site) => {
      await site.at(site.now).tx.deleteFrom('sandbox_setting').execute()
      throw new Error('no')
    })
    expect((await build('consumer')).status).toBe(500)
    expect(await people()).toEqual(before)
    expect(await state()).toMatchObject({ world: 'small-company', settings: { bulkPace: 5 } })
  })

  test('that are ordered at once are built one after the other, and the workers go on', async () => {
    running.start()
    const answers = await Promise.all(['small-company', 'consumer', 'small-company'].map(build))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await state()).toMatchObject({ world: 'small-company' })
    expect(await people()).toEqual(['alan@northwind.example', 'grace@northwind.example', 'root@northwind.example'])
  })
})

test('whoever builds a world for long leaves others a turn', async () => {
  let turns = 0
  const tick = () => {
    turns += 1
    next = setImmediate(tick)
  }
  let next = setImmediate(tick)
  const end = performance.now() + 200
  while (performance.now() < end) await must(Promise.resolve(done(undefined)))
  clearImmediate(next)
  // Every 20 ms or so; promises alone would leave none.
  expect(turns).toBeGreaterThan(3)
})
