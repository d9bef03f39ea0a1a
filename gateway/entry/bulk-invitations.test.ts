import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { ALAN, openTestGateway, type TestGateway } from '../testing/test-gateway'

const once = () => ({ 'idempotency-ref': crypto.randomUUID() })

onEachEngine('invitations in bulks', (open) => {
  let bank: TestGateway
  beforeEach(async () => {
    bank = await openTestGateway(await open())
  })
  afterEach(() => bank.close())

  test('of a bulk is known to whom an invitation left, and only once it left', async () => {
    const ada = await bank.signIn()
    const alan = await bank.signIn(undefined, ALAN)
    const alanId = (await (await alan.get('/api/session')).json()).person.credentials.id
    await ada.post('/api/multi/stepup/challenges/otp/SMS', undefined, once())
    await ada.post('/api/multi/stepup/challenges/otp/SMS/verify', { verificationCode: '123456' }, once())
    const order = { name: 'Ivy', surname: 'New', email: 'ivy@northwind.example' }
    const ivy = await (await ada.post('/api/multi/users', order, once())).json()
    const invitations = async () => (await (await ada.get('/api/console/invitations')).json()).invitations

    const rows = [ivy.id, alanId].map((id) => ({ pathParams: { _user_id_: id } }))
    const { bulkId } = await (await ada.post('/api/multi/bulks/users/_user_id_/invite', rows, once())).json()
    expect(bulkId).toBeDefined()
    expect(await invitations()).toEqual([])

    // Alan has a password, so that his row has failed; the bank is asked for those that have not.
    const operation = '/users/_user_id_/invite'
    const at = bank.clock.now()
    const ended = { bulkId, operation, status: 'PARTIALLY_COMPLETED', submittedItemsCount: 2, executionStart: at }
    const row = { operationId: '1', sequence: 1, method: 'POST', path: `/users/${ivy.id}/invite`, status: 'COMPLETED' }
    bank.intercept((request, path) => {
      const page = { count: 1, responseCount: 1 }
      if (path === '/bulks') return Response.json({ ...page, bulkProcesses: [{ ...ended, executionFinish: at + 5 }] })
      if (path !== `/bulks/${bulkId}/operations`) return undefined
      expect(new URL(request.url).searchParams.get('status')).toBe('COMPLETED')
      return Response.json({ ...page, operations: [row] })
    })
    expect(await invitations()).toMatchObject([{ userId: ivy.id, sentAt: at + 5 }])

    // An invitation that was sent since is the later one, also for a gateway that learns of the bulk again.
    await bank.advance(60_000)
    expect((await ada.post(`/api/multi/users/${ivy.id}/invite`, undefined, once())).status).toBe(204)
    const [latest] = await invitations()
    expect(latest.sentAt).toBeGreaterThan(at + 5)

    // Where bulks cannot be read, what is known stands.
    bank.intercept((_, path) => (path === '/bulks' ? new Response(null, { status: 503 }) : undefined))
    expect(await invitations()).toEqual([latest])
    bank.intercept()
  })
})
