import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const MINUTE = 60_000

onEachEngine('passwords', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })

  /** A person who has not chosen a password yet. */
  async function newcomer() {
    const made = await door.company()
    const none = { password_hash: null, password_history: '[]' }
    await door.store.db.updateTable('sandbox_credential').set(none).where('id', '=', made.rootUserId).execute()
    return made
  }
  const code = ({ status, body }: { status: number; body: unknown }) => [
    status,
    body && typeof body === 'object' ? Reflect.get(body, 'errorCode') : body,
  ]

  test.each([
    ['Aa1!567', 'PASSWORD_TOO_SHORT'],
    [`Aa1!${'x'.repeat(27)}`, 'PASSWORD_TOO_LONG'],
    ['aa1!5678', 'PASSWORD_TOO_SIMPLE'],
    ['AA1!5678', 'PASSWORD_TOO_SIMPLE'],
    ['Aab!cdef', 'PASSWORD_TOO_SIMPLE'],
    ['Aa1b5678', 'PASSWORD_TOO_SIMPLE'],
    ['Aa1 5678', 'PASSWORD_TOO_SIMPLE'],
  ])('%s is refused wherever a password is set: %s', async (weak, refusal) => {
    const { email, rootUserId } = await newcomer()
    const body = async () => ({ password: await door.typed(weak) })
    expect(code(await door.call('POST', '/passwords/validate', { body: await body() }))).toEqual([409, refusal])
    expect(code(await door.call('POST', `/passwords/${rootUserId}/create`, { body: await body() }))).toEqual([
      409,
      refusal,
    ])
    expect((await door.login(email, weak)).status).toBe(403)
  })

  test.each(['Aa1!5678', `Aa1!${'x'.repeat(26)}`, 'Ää1…5678', 'Ňandú-2026'])('%s is accepted', async (good) => {
    const body = { password: await door.typed(good) }
    expect((await door.call('POST', '/passwords/validate', { body })).status).toBe(204)
  })

  test('looking at a password leaves its token good for the deed that follows', async () => {
    const { rootUserId } = await newcomer()
    const body = { password: await door.typed('First-2026!') }
    expect((await door.call('POST', '/passwords/validate', { body })).status).toBe(204)
    const created = await door.call('POST', `/passwords/${rootUserId}/create`, { body })
    expect(created.status).toBe(200)
    expect(code(await door.call('POST', '/passwords/validate', { body }))).toEqual([410, 'TOKEN_EXPIRED'])
  })

  test('a first password signs in, and there is only one first', async () => {
    const { email, identityId, rootUserId } = await newcomer()
    const create = async (id: string, plain: string) =>
      door.call('POST', `/passwords/${id}/create`, { body: { password: await door.typed(plain) } })
    expect(code(await create('404', 'First-2026!'))).toEqual([409, 'UNRESOLVED_IDENTITY'])
    const created = await create(rootUserId, 'First-2026!')
    const passwordInfo = { identityId: { type: 'CORPORATE', id: identityId }, expiryDate: 0 }
    expect(created.body).toEqual({ passwordInfo, token: expect.any(String) })
    expect((await door.call('GET', '/users', { token: field(created, 'token') })).status).toBe(200)
    expect((await door.login(email, 'First-2026!')).status).toBe(200)
    expect(code(await create(rootUserId, 'Second-2026!'))).toEqual([409, 'PASSWORD_ALREADY_CREATED'])
  })

  test('a change needs the old password and a new one that is none of the last five', async () => {
    const { email } = await door.company()
    const token = await door.enter(email)
    const change = async (before: string, after: string) => {
      const body = { oldPassword: await door.typed(before), newPassword: await door.typed(after) }
      return door.call('POST', '/passwords/update', { token, body })
    }
    expect(code(await change('Wrong-2026!', 'Next-2026!'))).toEqual([409, 'PASSWORD_INCORRECT'])
    expect(code(await change(password, 'short'))).toEqual([409, 'PASSWORD_TOO_SHORT'])
    expect(code(await change(password, password))).toEqual([409, 'PASSWORD_ALREADY_USED'])
    const next = (n: number) => `Next-2026-${n}!`
    expect((await change(password, next(1))).status).toBe(200)
    for (let n = 1; n < 4; n++) expect((await change(next(n), next(n + 1))).status).toBe(200)
    expect(code(await change(next(4), password))).toEqual([409, 'PASSWORD_ALREADY_USED'])
    expect((await change(next(4), next(5))).status).toBe(200)
    expect((await change(next(5), password)).status).toBe(200)
    expect((await door.login(email, next(5))).status).toBe(403)
    expect((await door.login(email, password)).status).toBe(200)
  })

  test('a changed password is the password of all identities of the person', async () => {
    const { email } = await door.company()
    const second = await door.company({ email })
    const auth = await door.enter(email)
    const identity = { type: 'CORPORATE', id: second.identityId }
    const token = field(await door.call('POST', '/access_token', { token: auth, body: { identity } }), 'token')
    const body = { oldPassword: await door.typed(password), newPassword: await door.typed('Next-2026!') }
    expect((await door.call('POST', '/passwords/update', { token, body })).status).toBe(200)
    expect((await door.login(email)).status).toBe(403)
    expect((await door.login(email, 'Next-2026!')).body).toMatchObject({ tokenType: 'AUTH' })
  })

  const start = (email: string) => door.call('POST', '/passwords/lost_password/start', { body: { email } })
  const resume = async (email: string, nonce: string, plain: string) =>
    door.call('POST', '/passwords/lost_password/resume', {
      body: { nonce, email, newPassword: await door.typed(plain) },
    })

  test('a lost password is replaced on the word of the code, which ends a lock as well', async () => {
    const { email } = await door.company()
    for (let i = 0; i < 5; i++) await door.login(email, 'Wrong-2026!')
    expect(code(await resume(email, '123456', 'Found-2026!'))).toEqual([409, 'INVALID_NONCE_OR_EMAIL'])
    expect((await start(email)).status).toBe(204)
    expect(code(await resume(email, '123456', password))).toEqual([409, 'PASSWORD_ALREADY_USED'])
    expect(code(await resume(email, '123456', 'weak'))).toEqual([409, 'PASSWORD_TOO_SHORT'])
    // With a wrong code nobody learns whether a password is, or was, the right one.
    for (const guess of [password, 'Found-2026!'])
      expect(code(await resume(email, '654321', guess))).toEqual([409, 'INVALID_NONCE_OR_EMAIL'])
    const found = await resume(email, '123456', 'Found-2026!')
    expect(found.status).toBe(200)
    expect((await door.call('GET', '/users', { token: field(found, 'token') })).status).toBe(200)
    expect((await door.login(email, 'Found-2026!')).status).toBe(200)
    expect(code(await resume(email, '123456', 'Again-2026!'))).toEqual([409, 'INVALID_NONCE_OR_EMAIL'])
  })

  test('the code of a lost password dies after five wrong ones, and after five minutes', async () => {
    const { email } = await door.company()
    await start(email)
    for (let i = 0; i < 5; i++) await resume(email, '000000', 'Found-2026!')
    expect(code(await resume(email, '123456', 'Found-2026!'))).toEqual([409, 'INVALID_NONCE_OR_EMAIL'])
    await start(email)
    door.clock.advance(5 * MINUTE)
    expect(code(await resume(email, '123456', 'Found-2026!'))).toEqual([409, 'INVALID_NONCE_OR_EMAIL'])
    await start(email)
    expect((await resume(email, '123456', 'Found-2026!')).status).toBe(200)
  })

  test('a lost password has an owner, one only, who had a password', async () => {
    expect(code(await start('nobody@example.test'))).toEqual([409, 'ACCOUNT_NOT_FOUND'])
    const { email } = await door.company()
    await door.user((await door.company()).identityId, { email })
    expect(code(await start(email))).toEqual([409, 'MULTIPLE_ACCOUNTS_FOUND'])
    const fresh = await newcomer()
    await start(fresh.email)
    expect(code(await resume(fresh.email, '123456', 'Found-2026!'))).toEqual([409, 'PASSWORD_NOT_SET'])
    expect((await resume(fresh.email, 'abc', 'Found-2026!')).status).toBe(400)
  })
})
