import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { createSandbox, type RunningSandbox } from '../index'
import { freshStore } from '../testing/front-door'

const json = { 'content-type': 'application/json' }
const options = { secret: Buffer.alloc(32, 1), apiKey: 'key', uiKey: 'ui', secureOrigin: 'http://localhost:4000' }

onEachEngine('wires in the control plane', (openStore) => {
  const fresh = freshStore(openStore)
  let running: RunningSandbox
  beforeEach(async () => {
    running = await createSandbox({ ...options, store: await fresh() })
    return () => running.stop()
  })

  async function control(path: string, body: unknown) {
    const response = await running.control.request(path, { method: 'POST', headers: json, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }

  test('who settles them and who decides on those that come in outlives a restart', async () => {
    expect(running.sandbox.settings).toMatchObject({ wireSettlement: 'automatic', askAboutIncomingWires: false })
    expect(await control('/wire-settlement', { settlement: 'simulator' })).toMatchObject({ status: 200 })
    expect((await control('/incoming-wires', { ask: true })).body).toEqual({ ask: true, undecided: 'APPROVED' })
    expect((await control('/incoming-wires', { ask: true, undecided: 'DENIED' })).status).toBe(200)
    expect((await control('/wire-settlement', { settlement: 'never' })).status).toBe(400)
    expect((await control('/incoming-wires', { ask: 'yes' })).status).toBe(400)
    const again = await createSandbox({ ...options, store: running.sandbox.store })
    expect(again.sandbox.settings).toMatchObject({
      wireSettlement: 'simulator',
      askAboutIncomingWires: true,
      undecidedIncomingWires: 'DENIED',
    })
  })

  test('one that nobody has sent cannot come back', async () => {
    expect((await control('/wire-return', { id: '404', reason: 'Account closed' })).body).toEqual({
      refused: 'NOT_FOUND',
    })
    expect((await control('/wire-return', { id: 'x', reason: '' })).status).toBe(400)
  })
})
