import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, field, openFrontDoor } from '../testing/front-door'
import { openFunded } from '../testing/sends'

onEachEngine('sends by request', (open) => {
  let door: FrontDoor
  let token: string
  let from: string
  let to: string

  beforeAll(async () => {
    door = await openFrontDoor(await open())
    const [mine, theirs] = [await door.company(), await door.company()]
    token = await door.enter(mine.email)
    ;[from, to] = [await account(mine.identityId, 1_000_000), await account(theirs.identityId)]
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const account = (identityId: string, amount = 0) => door.inTx((ctx) => openFunded(ctx, identityId, amount))
  const order = (amount: number, more: object = {}) => ({
    profileId: '3002',
    source: { type: 'managed_accounts', id: from },
    destination: { type: 'managed_accounts', id: to },
    destinationAmount: { currency: 'EUR', amount },
    ...more,
  })
  const post = (path: string, body?: unknown, ref?: string) =>
    door.call('POST', path, { token, body, ...(ref && { ref }) })
  const get = (path: string) => door.call('GET', path, { token })

  it('acts once on one reference', async () => {
    const first = await post('/sends', order(100), 'once')
    expect(first.body).toMatchObject({ state: 'COMPLETED', challengeExemptionReason: 'LOW_VALUE' })
    expect((await post('/sends', order(100), 'once')).body).toEqual(first.body)
    expect((await get('/sends')).body).toMatchObject({ count: 1, responseCount: 1 })
  })

  it('reads, lists and cancels in the documented form', async () => {
    const made = await post('/sends', order(5000, { tag: 'x' }))
    const id = field(made, 'id')
    expect((await get(`/sends/${id}`)).body).toEqual(made.body)
    const list = await get(`/sends?id=${from}&type=managed_accounts&tag=x&state=PENDING_CHALLENGE&state=INVALID`)
    expect(list.body).toEqual({ send: [made.body], count: 1, responseCount: 1 })
    expect((await get(`/sends?source.id=${to}`)).body).toMatchObject({ count: 0 })
    const cancelled = await post(`/sends/${id}/cancel`)
    expect([cancelled.status, cancelled.body]).toMatchObject([200, { id, state: 'CANCELLED' }])
    expect((await post(`/sends/${id}/cancel`)).body).toEqual({ errorCode: 'INVALID_STATE' })
    const bulk = await post('/sends/bulk/cancel', { cancellations: [{ id }] })
    expect(bulk.body).toEqual({ cancellations: [{ id, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' }] })
    for (const answer of [await get('/sends/404'), await post('/sends/404/cancel', {})]) expect(answer.status).toBe(404)
  })

  it('names the field that is wrong, and of a list the item', async () => {
    const wrong = async (path: string, body: unknown) => (await post(path, body)).body
    const names = (...fieldNames: string[]) => ({
      syntaxErrors: { invalidFields: fieldNames.map((fieldName) => expect.objectContaining({ fieldName })) },
    })
    expect(await wrong('/sends', order(1.5))).toMatchObject(names('request.destinationAmount.amount'))
    expect(await wrong('/sends', order(1, { destination: { beneficiaryId: 'x' } }))).toMatchObject(
      names('request.destination.beneficiaryId'),
    )
    expect(await wrong('/sends/bulk/create', { sends: [order(1), order(1, { source: {} })] })).toMatchObject(
      names('request.sends[1].source.id', 'request.sends[1].source.type'),
    )
    expect(await wrong('/sends/bulk/create', {})).toMatchObject(names('request.sends'))
  })

  it('asks for step-up where the setting is strict', async () => {
    door.sandbox.settings.stepUp = 'strict'
    for (const path of ['/sends', '/sends/1'])
      expect((await get(path)).body).toMatchObject({ errorCode: 'STEP_UP_REQUIRED' })
    door.sandbox.settings.stepUp = 'off'
  })
})
