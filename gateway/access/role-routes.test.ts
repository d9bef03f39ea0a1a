import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { ALAN, GRACE, openTestGateway, type TestGateway } from '../testing/test-gateway'

onEachEngine('the roles of the console', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())

  test('people have the role they were given, and the root user is Owner', async () => {
    const root = await bank.signIn()
    const answer = await root.get('/api/console/people')
    expect(answer.status).toBe(200)
    const { people } = await answer.json()
    expect(people.map(({ email, role, assigned }: never) => [email, role, assigned])).toEqual([
      ['root@northwind.example', { id: 'owner', name: 'Owner' }, false],
      [ALAN, { id: 'payments-maker', name: 'Payments maker' }, true],
      [GRACE, { id: 'admin', name: 'Admin' }, true],
    ])
  })
})
