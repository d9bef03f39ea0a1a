import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const MINUTE = 60_000

onEachEngine('access', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })

  test('a person of one identity is in at once', async () => {
    const { email, identityId, rootUserId } = await door.company()
    const answer = await door.login(email.toUpperCase())
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      token: expect.any(String),
      tokenType: 'ACCESS',
      identity: { type: 'CORPORATE', id: identityId },
      credentials: { type: 'ROOT', id: rootUserId },
    })
  })

  test('a wrong password, an unknown address and a deactivated person are the same empty 403', async () => {
    const { email, identityId } = await door.company()
    const left = `left-${email}`
    const id = await door.user(identityId, { email: left })
    await door.store.db.updateTable('sandbox_credential').set({ active: 0 }).where('id', '=', id).execute()
    const answers = [
      await door.login(email, 'Wrong-2026!'),
      await door.login('nobody@example.test'),
      await door.login(left),
    ]
    expect(answers.map((a) => [a.status, a.text])).toEqual(Array(3).fill([403, '']))
  })

  test('five failures lock the address for half an hour, even for the right password', async () => {
    const { email } = await door.company()
    const attempts = []
    for (let i = 0; i < 5; i++) attempts.push((await door.login(email, 'Wrong-2026!')).status)
    expect(attempts).toEqual([403, 403, 403, 403, 403])
    const locked = await door.login(email)
    expect([locked.status, locked.text]).toEqual([423, ''])
    door.clock.advance(30 * MINUTE - 5000)
    expect((await door.login(email)).status).toBe(423)
    door.clock.advance(5000)
    expect((await door.login(email, 'Wrong-2026!')).status).toBe(403)
    expect((await door.login(email)).status).toBe(200)
  })

  test('failures that come at the same time are all counted', async () => {
    const { email } = await door.company()
    const answers = await Promise.all(Array.from({ length: 5 }, () => door.login(email, 'Wrong-2026!')))
    expect(answers.map((a) => a.status)).toEqual([403, 403, 403, 403, 403])
    expect((await door.login(email)).status).toBe(423)
  })

  test('a success forgets the failures before it', async () => {
    const { email } = await door.company()
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await door.login(email, 'Wrong-2026!')
      expect((await door.login(email)).status).toBe(200)
    }
  })

  test('a password comes as a token, once and within five minutes; plain text is no token', async () => {
    const { email } = await door.company()
    const enter = (value: string) => door.call('POST', '/login_with_password', { body: { email, password: { value } } })
    const plain = await enter(password)
    expect([plain.status, plain.body]).toEqual([404, { errorCode: 'TOKEN_NOT_FOUND' }])
    const { value } = await door.typed(password)
    expect((await enter(value)).status).toBe(200)
    const spent = await enter(value)
    expect([spent.status, spent.body]).toEqual([410, { errorCode: 'TOKEN_EXPIRED' }])
    const late = await door.typed(password)
    door.clock.advance(5 * MINUTE)
    expect((await enter(late.value)).body).toEqual({ errorCode: 'TOKEN_EXPIRED' })
    const pin = await door.typed('1234', 'cardPin')
    expect((await enter(pin.value)).body).toEqual({ errorCode: 'TOKEN_NOT_FOUND' })
  })

  test('two sign-ins with one token at the same time are one sign-in', async () => {
    const { email } = await door.company()
    const body = { email, password: await door.typed(password) }
    const both = await Promise.all([1, 2].map(() => door.call('POST', '/login_with_password', { body })))
    expect(both.map((a) => a.status).sort()).toEqual([200, 410])
  })

  test('a value waits encrypted, and not at all once it is spent', async () => {
    const { email } = await door.company()
    await door.typed(password)
    const row = () => door.store.db.selectFrom('sandbox_secure_token').selectAll().orderBy('used').execute()
    expect(JSON.stringify(await row())).not.toContain(password)
    await door.login(email)
    expect((await row()).map((r) => [r.used, r.value_cipher === ''])).toEqual([
      [0, false],
      [1, true],
    ])
  })

  test('a person of two identities chooses one, and is in it alone', async () => {
    const first = await door.company()
    const second = await door.company({ email: first.email, password: 'Ignored-2026!' })
    const session = await door.login(first.email)
    expect(session.body).toMatchObject({ tokenType: 'AUTH' })
    const token = field(session, 'token')
    const listed = await door.call('GET', '/identities', { token })
    const ids = [second.identityId, first.identityId].map((id) => ({
      id: { type: 'CORPORATE', id },
      name: 'Test Company',
    }))
    expect(listed.body).toEqual({ identities: ids, count: 2, responseCount: 2 })
    const part = await door.call('GET', '/identities?offset=1&limit=1', { token })
    expect(part.body).toEqual({ identities: [ids[1]], count: 2, responseCount: 1 })

    const choose = (body: unknown) => door.call('POST', '/access_token', { token, body })
    const chosen = await choose({ identity: { type: 'CORPORATE', id: second.identityId } })
    expect(chosen.body).toMatchObject({ identity: { id: second.identityId }, status: 'STANDARD' })
    const company = await door.call('GET', '/corporates', { token: field(chosen, 'token') })
    expect(company.body).toMatchObject({ id: { id: second.identityId } })

    const other = await door.company()
    expect((await choose({ identity: { type: 'CORPORATE', id: other.identityId } })).status).toBe(404)
    expect((await choose({ identity: { type: 'CONSUMER', id: first.identityId } })).status).toBe(401)
    const stolen = await choose({ identity: { type: 'CORPORATE', id: first.identityId }, token: 'one-time' })
    expect([stolen.status, stolen.text]).toEqual([403, ''])
  })

  test('signing out ends that session and no other', async () => {
    const { email } = await door.company()
    const [mine, other] = [await door.enter(email), await door.enter(email)]
    const out = await door.call('POST', '/logout', { token: mine })
    expect([out.status, out.text]).toEqual([204, ''])
    expect((await door.call('POST', '/logout', { token: mine })).status).toBe(401)
    expect((await door.call('GET', '/users', { token: other })).status).toBe(200)
  })

  test('sign-in by phone asks an enrolled phone only', async () => {
    const { email, rootUserId } = await door.company()
    const ask = (address: string) => door.call('POST', '/login_via_biometrics', { body: { email: address } })
    expect((await ask('nobody@example.test')).status).toBe(403)
    const without = await ask(email)
    expect([without.status, without.body]).toEqual([409, { errorCode: 'CHANNEL_NOT_REGISTERED' }])
    const phone = {
      credential_id: rootUserId,
      channel: 'BIOMETRIC',
      type: 'BIOMETRIC',
      status: 'ACTIVE',
      created_at: 1,
    } as const
    await door.store.db.insertInto('sandbox_factor').values(phone).execute()
    expect((await ask(email)).body).toEqual({ challengeId: expect.stringMatching(/^\d+$/) })
  })
})
