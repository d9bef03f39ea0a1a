import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { ALAN, GRACE, openTestGateway, type TestGateway } from '../testing/test-gateway'

onEachEngine('shutting out', (open) => {
  let bank: TestGateway
  beforeEach(async () => {
    bank = await openTestGateway(await open())
  })
  afterEach(() => bank.close())

  test('who is deactivated has no session left here, and nobody else loses one', async () => {
    const [root, alan, alanElsewhere, grace] = await Promise.all([
      bank.signIn(),
      bank.signIn(undefined, ALAN),
      bank.signIn(undefined, ALAN),
      bank.signIn(undefined, GRACE),
    ])
    const idOf = async (browser: typeof alan) =>
      (await (await browser.get('/api/session')).json()).person.credentials.id
    const id = await idOf(alan)
    const sessions = () =>
      Promise.all([root, alan, alanElsewhere, grace].map(async (each) => (await each.get('/api/session')).status))

    // A refused deed ends nothing.
    bank.intercept((_, path) => (path.endsWith('/deactivate') ? new Response(null, { status: 404 }) : undefined))
    expect((await root.post(`/api/multi/users/${id}/deactivate`)).status).toBe(404)
    expect(await sessions()).toEqual([200, 200, 200, 200])
    bank.intercept()
    expect((await root.post(`/api/multi/users/${id}/deactivate`)).status).toBe(204)
    const asked = bank.calls.length
    expect(await sessions()).toEqual([200, 401, 401, 200])
    // Not because the upstream said so: nobody asked it.
    expect(bank.calls.slice(asked)).toEqual([])
  })
})
