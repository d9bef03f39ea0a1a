import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'
import { createSessionTable } from './session-table'
import { createTokenCipher } from './token-cipher'

onEachEngine('exchanging the key of the sessions', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())
  const [first, second] = [randomBytes(32), randomBytes(32)]

  const restartWith = async (sessionKey: Buffer, ...otherSessionKeys: Buffer[]) => {
    Object.assign(bank.options, { sessionKey, otherSessionKeys })
    await bank.restart()
  }
  const ciphers = async () =>
    (await bank.store.db.selectFrom('gateway_session').select('token_cipher').execute()).map((row) => row.token_cipher)

  test('nobody is signed out over it: the old key opens, the new one seals, and then the old one may go', async () => {
    await restartWith(first)
    const browser = await bank.signIn()
    const [before = ''] = await ciphers()

    // All gateways learn the new key before one of them seals with it.
    await restartWith(first, second)
    expect((await browser.get('/api/session')).status).toBe(200)
    expect(await ciphers()).toEqual([before])

    await restartWith(second, first)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
    const [after = ''] = await ciphers()
    expect(after.split('.')[0]).not.toBe(before.split('.')[0])

    await restartWith(second)
    expect((await browser.get('/api/session')).status).toBe(200)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
    await browser.call('DELETE', '/api/session')
    expect(await ciphers()).toEqual([])
  })

  test('tabs that ask at once, all with the old seal, all get their answer', async () => {
    await restartWith(first)
    const browser = await bank.signIn()
    await restartWith(second, first)
    const answers = await Promise.all(Array.from({ length: 12 }, () => browser.get('/api/multi/managed_accounts')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    // The session is one with its new seal: what ends it, ends it.
    await browser.call('DELETE', '/api/session')
    expect(await ciphers()).toEqual([])
  })

  test('a sign-out ends the session, also where another gateway has just sealed it anew', async () => {
    await restartWith(first, second)
    const ahead = await bank.another({ sessionKey: second, otherSessionKeys: [first] })
    const browser = await bank.signIn()
    const table = createSessionTable(bank.store, bank.clock, createTokenCipher(first, [second]))
    const session = await table.byCookie(browser.cookie()?.split('=')[1] ?? '')
    if (!session) throw new Error('There is no session.')
    expect((await ahead.browser(browser).get('/api/session')).status).toBe(200)
    expect(await ciphers()).not.toContain(session.tokenCipher)
    expect(await table.remove(session)).toBe(true)
    expect(await ciphers()).toEqual([])
  })

  test('a key that nobody knows any more opens nothing', async () => {
    await restartWith(first)
    const browser = await bank.signIn()
    await restartWith(second)
    expect((await browser.get('/api/session')).status).toBe(401)
  })
})
