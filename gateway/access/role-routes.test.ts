import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Permission } from '../../contract/permissions'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { ALAN, GRACE, openTestGateway, ROOT, type TestGateway } from '../testing/test-gateway'

type Named = { id: string; name: string }
const ROLES = '/api/console/roles'
const NOWHERE = '7a1fb7a1-5c2f-4b0e-9c59-0d6a35b6f0d1'

onEachEngine('the roles of the console', (open) => {
  let bank: TestGateway
  let root: Browser
  let grace: Browser
  let alan: Browser
  const ids = new Map<string, string>()

  let count = 0
  const order = (more: object = {}) => {
    count += 1
    return { name: `Role ${count}`, permissions: ['session.own'], accounts: 'all', cards: 'all', limits: [], ...more }
  }
  const create = async (who: Browser, more: object = {}): Promise<string> => {
    const answer = await who.post(ROLES, order(more))
    expect(answer.status).toBe(201)
    return (await answer.json()).id
  }
  const roleOf = (email: string) => `/api/console/people/${ids.get(email)}/role`
  const give = (who: Browser, email: string, role: string) => who.post(roleOf(email), { role })
  const says = async (answer: Response): Promise<[number, string | undefined]> => [
    answer.status,
    (await answer.json().catch(() => ({}))).errorCode,
  ]
  const roleHere = async (who: Browser): Promise<Named> => (await (await who.get('/api/session')).json()).access.role

  beforeAll(async () => {
    bank = await openTestGateway(await open())
    root = await bank.signIn()
    grace = await bank.signIn(undefined, GRACE)
    alan = await bank.signIn(undefined, ALAN)
    const { people } = await (await root.get('/api/console/people')).json()
    for (const { email, credentials } of people) ids.set(email, credentials.id)
  })
  afterAll(() => bank.close())
  beforeEach(async () => {
    expect((await give(root, GRACE, 'admin')).status).toBe(204)
    expect((await give(root, ALAN, 'payments-maker')).status).toBe(204)
  })

  test('people have the role they were given, and the root user is Owner', async () => {
    const { people } = await (await root.get('/api/console/people')).json()
    expect(people.map(({ email, role, assigned }: never) => [email, role, assigned])).toEqual([
      [ROOT, { id: 'owner', name: 'Owner' }, false],
      [ALAN, { id: 'payments-maker', name: 'Payments maker' }, true],
      [GRACE, { id: 'admin', name: 'Admin' }, true],
    ])
    expect((await root.call('DELETE', roleOf(ALAN))).status).toBe(204)
    expect(await roleHere(alan)).toEqual({ id: 'viewer', name: 'Viewer' })
  })

  test('a role of one’s own is made, changed, given, taken and deleted', async () => {
    const limits = [{ currency: 'EUR', perPayment: 500, perDay: 900 }]
    const said = order({ description: 'Looks', permissions: ['session.own', 'accounts.view'], accounts: ['7'], limits })
    const made = await (await root.post(ROLES, said)).json()
    expect(made).toEqual({ ...said, id: expect.any(String), ready: false, assigned: 0 })
    expect((await give(root, ALAN, made.id)).status).toBe(204)
    const { access } = await (await alan.get('/api/session')).json()
    expect(access).toMatchObject({ role: { id: made.id, name: said.name }, accounts: ['7'], limits, zone: 'UTC' })
    const changed = await root.call('PATCH', `${ROLES}/${made.id}`, {
      body: { name: 'Looks on', description: '', cards: [] },
    })
    expect(await changed.json()).toMatchObject({ name: 'Looks on', accounts: ['7'], cards: [], assigned: 1 })
    expect(await roleHere(alan)).toEqual({ id: made.id, name: 'Looks on' })
    expect(await says(await root.call('DELETE', `${ROLES}/${made.id}`))).toEqual([409, 'ROLE_IN_USE'])
    await give(root, ALAN, 'viewer')
    expect((await root.call('DELETE', `${ROLES}/${made.id}`)).status).toBe(204)
    const { roles } = await (await root.get(ROLES)).json()
    expect(roles.map(({ id }: Named) => id)).not.toContain(made.id)
    expect(roles.slice(0, 6).map(({ id, ready }: Named & { ready: boolean }) => [id, ready])).toContainEqual([
      'viewer',
      true,
    ])
  })

  test('nobody goes without what is everybody’s, whatever a role says and whatever was written', async () => {
    const made = await (await root.post(ROLES, order({ permissions: [] }))).json()
    expect(made.permissions).toEqual(['session.own'])
    const permissions = ['accounts.view']
    const changed = await (await root.call('PATCH', `${ROLES}/${made.id}`, { body: { permissions } })).json()
    expect(changed.permissions).toEqual(['session.own', 'accounts.view'])
    await bank.store.db.updateTable('gateway_role').set({ permissions: '[]' }).where('id', '=', made.id).execute()
    expect((await give(root, ALAN, made.id)).status).toBe(204)
    expect((await (await alan.get('/api/session')).json()).access.permissions).toEqual(['session.own'])
  })

  test('names are taken whatever their case, and ready roles stand', async () => {
    const id = await create(root, { name: 'Treasury' })
    for (const name of ['Treasury', ' tREASURY ', 'owner', 'Payments Maker']) {
      expect(await says(await root.post(ROLES, order({ name }))), name).toEqual([409, 'ROLE_NAME_TAKEN'])
    }
    const rename = (name: string) => root.call('PATCH', `${ROLES}/${id}`, { body: { name } })
    expect((await rename('TREASURY')).status).toBe(200)
    expect(await says(await rename('Viewer'))).toEqual([409, 'ROLE_NAME_TAKEN'])
    expect(await says(await root.call('PATCH', `${ROLES}/viewer`, { body: { name: 'x' } }))).toEqual([
      409,
      'READY_ROLE',
    ])
    expect(await says(await root.call('DELETE', `${ROLES}/viewer`))).toEqual([409, 'READY_ROLE'])
  })

  test('what there is not is not there', async () => {
    expect((await root.call('PATCH', `${ROLES}/${NOWHERE}`, { body: {} })).status).toBe(404)
    expect((await root.call('DELETE', `${ROLES}/${NOWHERE}`)).status).toBe(404)
    expect((await give(root, ALAN, NOWHERE)).status).toBe(404)
    expect((await root.post('/api/console/people/404/role', { role: 'viewer' })).status).toBe(404)
  })

  test.each([
    [{ name: '' }],
    [{ name: 'x'.repeat(51) }],
    [{ permissions: ['everything'] }],
    [{ accounts: ['abc'] }],
    [{ accounts: 'some' }],
    [{ limits: [{ currency: 'EUR', perDay: -1 }] }],
    [{ limits: [{ currency: 'EUR' }, { currency: 'EUR', perDay: 1 }] }],
  ])('%j is no role', async (more) => {
    expect((await root.post(ROLES, order(more))).status).toBe(400)
  })

  test('the root user is Owner and cannot lose it, and nobody else becomes one', async () => {
    expect(await says(await give(grace, ROOT, 'viewer'))).toEqual([409, 'ROOT_IS_OWNER'])
    expect(await says(await grace.call('DELETE', roleOf(ROOT)))).toEqual([409, 'ROOT_IS_OWNER'])
    expect(await says(await give(root, ALAN, 'owner'))).toEqual([409, 'ROOT_IS_OWNER'])
    // Even what is written says nothing against it.
    const row = { identity_id: '', user_id: ids.get(ROOT) ?? '', role_id: 'viewer', given_at: 1 }
    const { identity } = await (await root.get('/api/session')).json()
    await bank.store.db
      .insertInto('gateway_role_of')
      .values({ ...row, identity_id: identity.id.id })
      .execute()
    await bank.advance(60_000)
    expect(await roleHere(root)).toEqual({ id: 'owner', name: 'Owner' })
    await bank.store.db.deleteFrom('gateway_role_of').where('user_id', '=', row.user_id).execute()
  })

  test('nobody changes their own role, neither what it is nor which', async () => {
    const permissions: Permission[] = ['session.own', 'roles.view', 'roles.manage']
    const id = await create(root, { permissions })
    await give(root, ALAN, id)
    expect(await says(await give(alan, ALAN, 'viewer'))).toEqual([409, 'OWN_ROLE'])
    expect(await says(await alan.call('DELETE', roleOf(ALAN)))).toEqual([409, 'OWN_ROLE'])
    expect(await says(await alan.call('PATCH', `${ROLES}/${id}`, { body: { name: 'Mine' } }))).toEqual([
      409,
      'OWN_ROLE',
    ])
    await give(root, GRACE, id)
    expect(await says(await alan.call('DELETE', roleOf(GRACE)))).toEqual([409, 'LACKS_PERMISSION'])
  })

  test('nobody gives what they lack: permissions, accounts, cards or amounts', async () => {
    const permissions: Permission[] = ['session.own', 'roles.view', 'roles.manage', 'transfers.create']
    const limits = [{ currency: 'EUR', perPayment: 1000, perDay: 5000 }]
    await give(root, ALAN, await create(root, { permissions, accounts: ['1', '2'], cards: [], limits }))
    const mine = { permissions: ['session.own', 'transfers.create'], accounts: ['1'], cards: [], limits }
    const wider = [
      { permissions: ['wires.create'] },
      { accounts: 'all' },
      { accounts: ['3'] },
      { cards: ['1'] },
      { limits: [] },
      { limits: [{ currency: 'USD', perPayment: 1 }] },
      { limits: [{ currency: 'EUR', perPayment: 1001, perDay: 5000 }] },
      { limits: [{ currency: 'EUR', perPayment: 1000 }] },
    ]
    for (const more of wider) {
      const told = JSON.stringify(more)
      expect([told, ...(await says(await alan.post(ROLES, order({ ...mine, ...more }))))]).toEqual([
        told,
        409,
        'LACKS_PERMISSION',
      ])
      // Nor is it given, changed or deleted once others have made it.
      const id = await create(root, { ...mine, ...more })
      expect(await says(await give(alan, GRACE, id))).toEqual([409, 'LACKS_PERMISSION'])
      expect(await says(await alan.call('PATCH', `${ROLES}/${id}`, { body: mine }))).toEqual([409, 'LACKS_PERMISSION'])
      expect(await says(await alan.call('DELETE', `${ROLES}/${id}`))).toEqual([409, 'LACKS_PERMISSION'])
    }
    const within = await create(alan, mine)
    expect(await says(await alan.call('PATCH', `${ROLES}/${within}`, { body: { accounts: 'all' } }))).toEqual([
      409,
      'LACKS_PERMISSION',
    ])
    // Whoever has no role sees every account: to take one away is to give that.
    await give(root, GRACE, within)
    expect(await says(await alan.call('DELETE', roleOf(GRACE)))).toEqual([409, 'LACKS_PERMISSION'])
    expect(await says(await alan.call('PATCH', '/api/console/zone', { body: { zone: 'Europe/Malta' } }))).toEqual([
      409,
      'LACKS_PERMISSION',
    ])
  })

  test('the zone of the day is the identity’s, by its name', async () => {
    const set = (zone: string) => grace.call('PATCH', '/api/console/zone', { body: { zone } })
    expect(await (await set('Europe/Malta')).json()).toEqual({ zone: 'Europe/Malta' })
    expect((await (await alan.get('/api/session')).json()).access.zone).toBe('Europe/Malta')
    expect((await set('Europe/Atlantis')).status).toBe(400)
    expect((await set('')).status).toBe(400)
    expect((await set('UTC')).status).toBe(200)
  })

  test('two who would take each other’s role away: the second has lost it', async () => {
    await give(root, ALAN, 'admin')
    const answers = await Promise.all([give(grace, ALAN, 'viewer'), give(alan, GRACE, 'viewer')])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403])
  })

  test.each([
    ['lost the right', 403, 'INSUFFICIENT_PERMISSIONS', { permissions: ['session.own', 'roles.view'] }],
    ['been narrowed', 409, 'LACKS_PERMISSION', { accounts: ['1'], limits: [{ currency: 'EUR', perDay: 1 }] }],
  ])('who has %s since their call was let in changes nothing', async (_, status, code, less) => {
    const { permissions } = (await (await root.get('/api/session')).json()).access
    await give(root, ALAN, await create(root, { permissions }))
    await give(root, GRACE, await create(root, { permissions }))
    const [spare, narrow] = [await create(root, { permissions }), await create(root, { permissions, ...less })]
    expect((await alan.get(ROLES)).status).toBe(200)
    // Written past the gateway: it still lets in whom it knew a moment ago, and only the transaction sees what is so now.
    const mine = bank.store.db.updateTable('gateway_role_of').set({ role_id: narrow })
    await mine.where('user_id', '=', ids.get(ALAN) ?? '').execute()
    const refused: [string, Promise<Response>][] = [
      ['create', alan.post(ROLES, order({ permissions }))],
      ['update', alan.call('PATCH', `${ROLES}/${spare}`, { body: { name: 'Mine now' } })],
      ['remove', alan.call('DELETE', `${ROLES}/${spare}`)],
      ['assign', give(alan, GRACE, 'viewer')],
      ['unassign', alan.call('DELETE', roleOf(GRACE))],
      ['zone', alan.call('PATCH', '/api/console/zone', { body: { zone: 'Europe/Malta' } })],
    ]
    for (const [what, answer] of refused) expect([what, ...(await says(await answer))]).toEqual([what, status, code])
    expect((await (await root.get(ROLES)).json()).roles.map(({ id }: Named) => id)).toContain(spare)
  })

  test('of two roles of one name at once there is one, and none goes while it is given', async () => {
    const made = await Promise.all([root, grace].map((who) => who.post(ROLES, order({ name: 'At once' }))))
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409])
    for (let turn = 0; turn < 5; turn += 1) {
      const id = await create(root)
      const [gone, given] = await Promise.all([root.call('DELETE', `${ROLES}/${id}`), give(grace, ALAN, id)])
      expect([
        [204, 404],
        [409, 204],
      ]).toContainEqual([gone.status, given.status])
      expect((await alan.get('/api/session')).status).toBe(200)
    }
  })

  test('a change is there at once at every gateway, and told to the tabs', async () => {
    const other = await bank.another()
    const there = other.browser(alan)
    expect(await roleHere(there)).toMatchObject({ id: 'payments-maker' })
    const tab = await alan.listen()
    await give(root, ALAN, 'card-manager')
    expect(await tab.until('access.changed')).toEqual({ type: 'access.changed' })
    await expect.poll(() => roleHere(there), { interval: 10, timeout: 3000 }).toMatchObject({ id: 'card-manager' })
    await other.browser(root).post(roleOf(ALAN), { role: 'payments-approver' })
    await expect.poll(() => roleHere(alan), { interval: 10, timeout: 3000 }).toMatchObject({ id: 'payments-approver' })
    await tab.close()
  })

  test('where the bank does not tell who is there, nothing is given', async () => {
    bank.intercept((_, path) => (path.startsWith('/users') ? new Response(null, { status: 500 }) : undefined))
    expect((await give(root, ALAN, 'admin')).status).toBe(502)
    expect((await root.get('/api/console/people')).status).toBe(502)
    bank.intercept()
    expect(await roleHere(alan)).toMatchObject({ id: 'payments-maker' })
  })
})
