import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { tokenise } from '../domain/secure/tokenise'
import { type FrontDoor, freshStore, keys, openFrontDoor, origins } from '../testing/front-door'
import { secureUiApp } from './app'

onEachEngine('shown values', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let company: { identityId: string; rootUserId: string; email: string }
  let bearer: string
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    company = await door.company()
    bearer = await door.enter(company.email)
    await stepUp(1)
  })

  const stepUp = (stepped_up: 0 | 1) => door.store.db.updateTable('sandbox_token').set({ stepped_up }).execute()
  const frame = { 'content-type': 'application/json', origin: origins.secureOrigin, 'ui-key': keys.uiKey }
  async function post(path: string, body: unknown, headers: Record<string, string | undefined> = {}) {
    const sent = Object.entries({ ...frame, authorization: `Bearer ${bearer}`, ...headers })
    const given = sent.filter((each): each is [string, string] => each[1] !== undefined)
    const init = { method: 'POST', headers: Object.fromEntries(given), body: JSON.stringify(body) }
    const answer = await secureUiApp(door.sandbox).request(path, init)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined }
  }
  const token = (value = '719') => {
    const actor = {
      credentialId: company.rootUserId,
      credentialType: 'ROOT',
      identityId: company.identityId,
      identityType: 'CORPORATE',
      tokenId: '1',
      tokenKind: 'ACCESS',
      steppedUp: true,
    } as const
    return door.inTx((ctx) => tokenise({ ...ctx, actor }, door.sandbox.keys, { kind: 'cvv', value }))
  }
  const reveal = async (headers?: Record<string, string | undefined>, given?: string) =>
    post('/reveals', { kind: 'cvv', token: given ?? (await token()) }, headers)

  test('the frame gets the value of its owner’s token, once', async () => {
    const once = await token()
    expect(await reveal({}, once)).toEqual({ status: 200, body: { value: '719' } })
    expect(await reveal({}, once)).toEqual({ status: 410, body: { error: 'TOKEN_EXPIRED' } })
    expect(await reveal({}, 'unknown')).toEqual({ status: 404, body: { error: 'TOKEN_NOT_FOUND' } })
  })

  test('a page, another origin and another key get nothing, and spend nothing', async () => {
    const once = await token()
    for (const origin of [origins.page, 'http://localhost:4001', 'null', undefined])
      expect((await reveal({ origin }, once)).status, origin).toBe(403)
    expect((await reveal({ 'ui-key': 'guess' }, once)).status).toBe(401)
    expect((await reveal({}, once)).status).toBe(200)
  })

  test('nobody, a session that has ended and one that only chooses an identity are not associated', async () => {
    const nobody = { status: 403, body: { error: 'NOT_ASSOCIATED' } }
    for (const authorization of [undefined, 'Bearer nonsense', bearer])
      expect(await reveal({ authorization }), authorization).toEqual(nobody)
    await door.company({ email: company.email })
    const { body } = await door.login(company.email)
    expect(body).toMatchObject({ tokenType: 'AUTH' })
    await stepUp(1)
    const auth = (body as { token: string }).token
    expect(await reveal({ authorization: `Bearer ${auth}` })).toEqual(nobody)
    await door.call('POST', '/logout', { token: bearer })
    expect(await reveal()).toEqual(nobody)
  })

  test('a session sees values after step-up, or where none is asked for', async () => {
    await stepUp(0)
    expect(await reveal()).toEqual({ status: 403, body: { error: 'STEP_UP_REQUIRED' } })
    expect(await post('/sessions', {})).toEqual({ status: 200, body: { steppedUp: false } })
    door.sandbox.settings.stepUp = 'off'
    expect((await reveal()).status).toBe(200)
  })

  test('somebody of another company does not see it', async () => {
    const once = await token()
    const stranger = await door.enter((await door.company()).email)
    await stepUp(1)
    expect((await reveal({ authorization: `Bearer ${stranger}` }, once)).status).toBe(404)
    expect((await reveal({}, once)).status).toBe(200)
  })

  test('an association shows in the session’s place for as long as the session lives, and opens nothing else', async () => {
    const { status, body } = await post('/associations', {}, { origin: undefined })
    expect(status).toBe(200)
    const authorization = `Bearer ${body.token}`
    expect((await post('/sessions', {}, { authorization })).body).toEqual({ steppedUp: true })
    expect((await reveal({ authorization })).status).toBe(200)
    expect((await post('/associations', {}, { origin: undefined, 'ui-key': 'guess' })).status).toBe(401)
    expect((await post('/associations', {}, { authorization: 'Bearer nonsense' })).status).toBe(403)
    expect((await door.call('GET', '/managed_accounts', { token: body.token })).status).toBe(401)
    await stepUp(0)
    expect((await reveal({ authorization })).body).toEqual({ error: 'STEP_UP_REQUIRED' })
    await door.call('POST', '/logout', { token: bearer })
    expect((await reveal({ authorization })).body).toEqual({ error: 'NOT_ASSOCIATED' })
  })

  test('a value that is shown with the session’s token keeps the session alive, with an association it does not', async () => {
    const { body } = await post('/associations', {})
    door.clock.advance(59_000)
    const deadline = async () =>
      (await door.store.db.selectFrom('sandbox_token').select('idle_deadline').execute())[0]?.idle_deadline
    const before = await deadline()
    expect((await reveal({ authorization: `Bearer ${body.token}` })).status).toBe(200)
    expect(await deadline()).toBe(before)
    expect((await reveal()).status).toBe(200)
    expect(await deadline()).toBeGreaterThan(before ?? 0)
  })
})
