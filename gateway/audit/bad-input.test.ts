import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { ALAN, openTestGateway, type TestGateway } from '../testing/test-gateway'

const ref = () => ({ 'idempotency-ref': crypto.randomUUID() })
const evil = { origin: 'http://evil.example' }

onEachEngine('what an honest page never sends', (open) => {
  let bank: TestGateway
  let root: Browser
  let alan: Browser
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    root = await bank.signIn()
    alan = await bank.signIn(undefined, ALAN)
  })
  afterAll(() => bank.close())

  const lines = () => bank.store.db.selectFrom('gateway_audit_line').selectAll().orderBy('at').orderBy('seq').execute()
  const accounts = async () => (await root.get('/api/multi/managed_accounts')).text()
  const roles = async () => (await root.get('/api/console/roles')).text()

  /** Sends it; answers what was written down for it, and insists that it changed nothing and got nowhere. */
  async function refused(send: () => Promise<Response>, status: number) {
    const before = { lines: await lines(), accounts: await accounts(), roles: await roles(), calls: bank.calls.length }
    const answer = await send()
    expect(answer.status).toBe(status)
    expect(bank.calls.length).toBe(before.calls)
    expect([await accounts(), await roles()]).toEqual([before.accounts, before.roles])
    const known = new Set(before.lines.map(({ id }) => id))
    return (await lines()).filter(({ id }) => !known.has(id))
  }
  const account = { friendlyName: 'Rent', currency: 'EUR', profileId: '2001' }
  const huge = { friendlyName: 'x'.repeat(13 * 1024 * 1024) }

  test('too large, to the API and to the console', async () => {
    expect(await refused(() => root.post('/api/multi/managed_accounts', huge, ref()), 413)).toMatchObject([
      {
        operation: 'managedAccountCreate',
        outcome: 'REFUSED',
        status: 413,
        code: 'TOO_LARGE',
        person_name: 'Ada Byron',
      },
    ])
    expect(await refused(() => root.post('/api/console/roles', huge), 413)).toMatchObject([
      { operation: 'consoleRoleCreate', outcome: 'REFUSED', status: 413, person_name: 'Ada Byron' },
    ])
  })

  test('malformed, to the console', async () => {
    expect(await refused(() => root.post('/api/console/roles', { name: 7 }), 400)).toMatchObject([
      { operation: 'consoleRoleCreate', outcome: 'REFUSED', status: 400, person_name: 'Ada Byron' },
    ])
  })

  test('to a path that nobody has', async () => {
    const path = '/api/multi/managed_accounts/%2e%2e/secret-canary'
    const [line, ...more] = await refused(() => root.post(path, account), 404)
    expect(more).toEqual([])
    expect(line).toMatchObject({ operation: 'request', outcome: 'REFUSED', status: 404, person_name: 'Ada Byron' })
    expect(JSON.stringify(line)).not.toContain('canary')
  })

  test('from another page, with the cookie of somebody who is signed in', async () => {
    for (const path of ['/api/multi/managed_accounts', '/api/console/roles', '/api/session/activity']) {
      const send = () => root.call('POST', path, { body: account, headers: { ...evil, ...ref() } })
      expect(await refused(send, 403)).toMatchObject([
        { outcome: 'REFUSED', code: 'FOREIGN_REQUEST', person_name: 'Ada Byron', role: 'Owner' },
      ])
    }
    const read = () => root.get('/api/multi/managed_accounts', { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(await refused(read, 403)).toMatchObject([{ code: 'FOREIGN_REQUEST', person_name: 'Ada Byron' }])
  })

  test('without the permission, to the API and to the console, writing and reading', async () => {
    expect(await refused(() => alan.post('/api/multi/managed_accounts', account, ref()), 403)).toMatchObject([
      {
        operation: 'managedAccountCreate',
        outcome: 'REFUSED',
        code: 'INSUFFICIENT_PERMISSIONS',
        person_name: 'Alan Turing',
        role: 'Payments maker',
      },
    ])
    expect(await refused(() => alan.post('/api/console/roles', {}), 403)).toMatchObject([
      { operation: 'consoleRoleCreate', code: 'INSUFFICIENT_PERMISSIONS', person_name: 'Alan Turing' },
    ])
    expect(await refused(() => alan.get('/api/console/audit/lines'), 403)).toMatchObject([
      { operation: 'auditLinesGet', section: 'audit', code: 'INSUFFICIENT_PERMISSIONS', person_name: 'Alan Turing' },
    ])
    expect(await refused(() => alan.get(`/api/console/audit/lines/${crypto.randomUUID()}`), 403)).toMatchObject([
      { operation: 'auditLineGet', outcome: 'REFUSED' },
    ])
  })

  test('from nobody: in the system’s own record, and never more than so many', async () => {
    const nobody = bank.browser()
    const forge = () => nobody.call('POST', '/api/multi/transfers', { body: {}, headers: { ...evil, ...ref() } })
    expect(await refused(forge, 403)).toMatchObject([
      { chain: 'system', person_id: null, operation: 'transferCreate', code: 'FOREIGN_REQUEST', address: 'unknown' },
    ])
    expect(await refused(() => nobody.post('/api/session', { email: 'no address' }), 400)).toMatchObject([
      { chain: 'system', operation: 'sign-in', status: 400 },
    ])
    const before = (await lines()).length
    for (let n = 0; n < 50; n++) await forge()
    expect((await lines()).length - before).toBeLessThanOrEqual(10)
    // A person's own browser that another page floods with is bounded as well.
    const between = (await lines()).length
    for (let n = 0; n < 60; n++) await root.call('POST', '/api/multi/transfers', { body: {}, headers: evil })
    expect((await lines()).length - between).toBeLessThanOrEqual(30)
  })
})
