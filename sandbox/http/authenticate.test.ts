import { SignJWT } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const SECOND = 1000
const MINUTE = 60 * SECOND

onEachEngine('tokens', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })

  test('a call without the API key is malformed, one with a wrong key is nobody', async () => {
    const none = await door.multi.request('/authentication_factors')
    expect(none.status).toBe(400)
    expect(await none.json()).toMatchObject({ syntaxErrors: { invalidFields: [{ error: 'REQUIRED' }] } })
    const wrong = await door.call('GET', '/authentication_factors', { headers: { 'api-key': 'guess' } })
    expect([wrong.status, wrong.text]).toEqual([401, ''])
  })

  test('no token, a token of nonsense and a token signed by someone else are all 401 without a body', async () => {
    const forged = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setJti('1')
      .setIssuer('multi-sandbox')
      .sign(new Uint8Array(32))
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"jti":"1","iss":"multi-sandbox"}')}.`
    for (const token of [undefined, 'nonsense', forged, unsigned]) {
      const answer = await door.call('GET', '/authentication_factors', { token })
      expect([answer.status, answer.text], String(token)).toEqual([401, ''])
    }
  })

  test('every answer has a request reference, and no two have the same', async () => {
    const answers = [
      await door.call('GET', '/nowhere'),
      await door.call('GET', '/identities'),
      await door.call('POST', '/login_with_password', { body: {} }),
    ]
    expect(answers.map((a) => a.status)).toEqual([404, 401, 400])
    expect(answers[0]?.body).toMatchObject({ code: 'NOT_FOUND', message: expect.any(String) })
    expect(new Set(answers.map((a) => a.headers.get('request-ref')).filter(Boolean)).size).toBe(3)
  })

  test('a token lives five minutes from its last use, however often', async () => {
    const { email } = await door.company()
    const token = await door.enter(email)
    for (let round = 0; round < 4; round++) {
      door.clock.advance(4 * MINUTE + 58 * SECOND)
      expect((await door.call('GET', '/authentication_factors', { token })).status).toBe(200)
    }
    door.clock.advance(5 * MINUTE)
    const late = await door.call('GET', '/authentication_factors', { token })
    expect([late.status, late.text]).toEqual([401, ''])
  })

  test('a refused call keeps the token alive too', async () => {
    const { email } = await door.company()
    const token = await door.enter(email)
    door.clock.advance(4 * MINUTE)
    expect((await door.call('GET', '/users/1', { token })).status).toBe(404)
    door.clock.advance(4 * MINUTE)
    expect((await door.call('GET', '/users', { token })).status).toBe(200)
  })

  test('calls in quick succession write the deadline once', async () => {
    const { email } = await door.company()
    const token = await door.enter(email)
    const deadline = async () => (await door.store.db.selectFrom('sandbox_token').select('idle_deadline').execute())[0]
    const before = await deadline()
    await door.call('GET', '/users', { token })
    expect(await deadline()).toEqual(before)
    door.clock.advance(2 * SECOND)
    await door.call('GET', '/users', { token })
    expect(await deadline()).not.toEqual(before)
  })

  test('the token of a person who was deactivated opens nothing', async () => {
    const { email, rootUserId } = await door.company()
    const token = await door.enter(email)
    await door.store.db.updateTable('sandbox_credential').set({ active: 0 }).where('id', '=', rootUserId).execute()
    expect((await door.call('GET', '/users', { token })).status).toBe(401)
  })

  test('an AUTH token opens the choice of an identity and nothing else', async () => {
    const { email } = await door.company()
    await door.company({ email })
    const session = await door.login(email)
    expect(session.body).toMatchObject({ tokenType: 'AUTH' })
    const token = field(session, 'token')
    expect((await door.call('GET', '/identities', { token })).status).toBe(200)
    const accounts = await door.call('GET', '/managed_accounts', { token })
    expect([accounts.status, accounts.body]).toEqual([403, { errorCode: 'ACCESS_TOKEN_REQUIRED' }])
    const users = await door.call('GET', '/users', { token })
    expect([users.status, users.body]).toEqual([403, { errorCode: 'INSUFFICIENT_PERMISSIONS' }])
    expect((await door.call('POST', '/logout', { token })).status).toBe(204)
  })

  test('the token of an expired password opens the change of the password and nothing else', async () => {
    const { email, rootUserId } = await door.company()
    const expired = { password_expires_at: door.clock.now() }
    await door.store.db.updateTable('sandbox_credential').set(expired).where('id', '=', rootUserId).execute()
    const refused = await door.login(email)
    expect(refused.status).toBe(409)
    const token = field(refused, 'token')
    expect((await door.call('GET', '/identities', { token })).status).toBe(403)
    expect((await door.call('POST', '/logout', { token })).status).toBe(403)
    const body = { oldPassword: await door.typed(password), newPassword: await door.typed('Another-2026!') }
    const updated = await door.call('POST', '/passwords/update', { token, body })
    expect(updated.status).toBe(200)
    expect((await door.call('GET', '/users', { token: field(updated, 'token') })).status).toBe(200)
    expect((await door.call('POST', '/passwords/update', { token, body })).status).toBe(401)
  })
})
