import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, freshStore, openFrontDoor } from '../testing/front-door'

onEachEngine('users', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let token: string
  let company: Awaited<ReturnType<FrontDoor['company']>>
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    company = await door.company()
    token = await door.enter(company.email)
  })

  const get = (path: string) => door.call('GET', path, { token })

  test('users are listed newest first, without the root user and without other companies', async () => {
    const other = await door.company()
    await door.user(other.identityId)
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift(await door.user(company.identityId, { tag: i % 2 ? 'odd' : 'even' }))
    const list = async (query = '') => {
      const { body } = await get(`/users${query}`)
      const { users, ...counts } = body as { users: { id: string }[]; count: number; responseCount: number }
      return { ids: users.map((u) => u.id), ...counts }
    }
    expect(await list()).toEqual({ ids, count: 5, responseCount: 5 })
    expect(await list('?offset=1&limit=2')).toEqual({ ids: ids.slice(1, 3), count: 5, responseCount: 2 })
    expect(await list('?offset=9')).toEqual({ ids: [], count: 5, responseCount: 0 })
    expect((await list('?tag=odd')).count).toBe(2)
    expect((await list('?roles=ADMIN')).count).toBe(0)
    const [first = ''] = ids
    await door.store.db.updateTable('sandbox_credential').set({ active: 0 }).where('id', '=', first).execute()
    expect(await list('?active=false')).toEqual({ ids: [first], count: 1, responseCount: 1 })
    expect((await list('?active=true')).count).toBe(4)
    expect((await get('/users?limit=101')).status).toBe(400)
    expect((await get('/users?active=yes')).status).toBe(400)
  })

  test('one user is read by id, or by address from the list; the root user and strangers are not there', async () => {
    const email = `grace-${company.rootUserId}@example.test`
    const id = await door.user(company.identityId, {
      email,
      name: 'Grace',
      surname: 'Hopper',
      countryOfResidence: 'GB',
    })
    const grace = {
      id,
      identity: { type: 'CORPORATE', id: company.identityId },
      name: 'Grace',
      surname: 'Hopper',
      email,
      mobile: { countryCode: '+44', number: '7700900101' },
      active: true,
      countryOfResidence: 'GB',
    }
    expect((await get(`/users/${id}`)).body).toEqual(grace)
    expect((await get(`/users?email=${email.toUpperCase()}`)).body).toEqual({
      users: [grace],
      count: 1,
      responseCount: 1,
    })
    const stranger = await door.user((await door.company()).identityId)
    for (const none of [company.rootUserId, stranger, '1']) expect((await get(`/users/${none}`)).status).toBe(404)
    expect((await get('/users/abc')).status).toBe(400)
  })
})
