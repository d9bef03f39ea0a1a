import { expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { openTestGateway } from '../testing/test-gateway'

const ROLES = '/api/console/roles'

onEachEngine('roles of another identity', (open) => {
  test('are not there, and neither are its people', async () => {
    const bank = await openTestGateway(await open())
    const headers = { 'content-type': 'application/json' }
    const world = { method: 'POST', headers, body: JSON.stringify({ name: 'multi-identity' }) }
    expect((await bank.app().fetch(new Request('http://127.0.0.1:4000/__sandbox/world', world))).status).toBe(200)
    const [here, there] = [
      await bank.signIn(undefined, 'linnea@lighthouse.example'),
      await bank.signIn(undefined, 'wren@tideline.example'),
    ]
    const made = await here.post(ROLES, { name: 'Ours', permissions: [], accounts: 'all', cards: 'all', limits: [] })
    const { id } = await made.json()
    const peopleOf = async (who: Browser) => (await (await who.get('/api/console/people')).json()).people
    const [ours, theirs] = [await peopleOf(here), await peopleOf(there)]
    const user = theirs.find(({ credentials }: { credentials: { type: string } }) => credentials.type === 'USER')
      .credentials.id
    const foreign = ours.find(({ credentials }: { credentials: { type: string } }) => credentials.type === 'USER')
      .credentials.id
    expect((await there.post(`/api/console/people/${user}/role`, { role: id })).status).toBe(404)
    expect((await there.call('PATCH', `${ROLES}/${id}`, { body: { name: 'Theirs' } })).status).toBe(404)
    expect((await there.call('DELETE', `${ROLES}/${id}`)).status).toBe(404)
    expect((await there.post(`/api/console/people/${foreign}/role`, { role: 'viewer' })).status).toBe(404)
    expect(JSON.stringify(await (await there.get(ROLES)).json())).not.toContain(id)
    // The people of the new world have its roles.
    expect(ours.find(({ email }: { email: string }) => email === 'omar@harbour.example').role.name).toBe(
      'Payments approver',
    )
    await bank.close()
  })
})
