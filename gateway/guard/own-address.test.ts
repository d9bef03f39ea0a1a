import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openTestGateway } from '../testing/test-gateway'

onEachEngine('another address', (open) => {
  let desk: Awaited<ReturnType<typeof openTestGateway>>
  beforeEach(async () => {
    desk = await openTestGateway(await open())
  })
  afterEach(() => desk.close())

  test('counts in all browsers of its person at once, and for nobody else', async () => {
    const [mine, elsewhere, colleague] = [
      await desk.signIn(),
      await desk.signIn(),
      await desk.signIn(desk.browser(), 'grace@northwind.example'),
    ]
    const email = 'root.new@northwind.example'
    const addressOf = async (who: typeof mine) => (await (await who.get('/api/session')).json()).person?.email
    const before = await addressOf(colleague)
    const change = (status: number) => {
      desk.intercept((request) =>
        request.method === 'PATCH' ? Response.json({ errorCode: 'EMAIL_NOT_UNIQUE' }, { status }) : undefined,
      )
      const headers = { 'idempotency-ref': crypto.randomUUID() }
      return mine.call('PATCH', '/api/multi/corporates', { body: { email }, headers })
    }
    expect((await change(409)).status).toBe(409)
    expect(await addressOf(elsewhere)).not.toBe(email)
    expect((await change(200)).status).toBe(200)
    expect(await Promise.all([mine, elsewhere, colleague].map(addressOf))).toEqual([email, email, before])
    const users = await (await mine.get('/api/multi/users')).json()
    const { id } = users.users.find((user: { email: string }) => user.email === before)
    await mine.call('PATCH', `/api/multi/users/${id}`, { body: { email: 'grace.new@northwind.example' } })
    expect(await addressOf(colleague)).toBe('grace.new@northwind.example')
  })
})
