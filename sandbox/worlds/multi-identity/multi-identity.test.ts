import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { checkBooks } from '../../domain/ledger/check-books'
import { simulatorApp } from '../../simulator/app'
import { type Answer, type FrontDoor, field, keys, openFrontDoor } from '../../testing/front-door'
import { buildWorld } from '../registry'
import { signIns } from './people'

const names = ({ body }: Answer) => (body as { identities: { name: string }[] }).identities.map(({ name }) => name)

onEachEngine('multi-identity', (open) => {
  let door: FrontDoor
  let tookMs: number
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    const startedAt = performance.now()
    await buildWorld(door.sandbox, 'multi-identity')
    tookMs = performance.now() - startedAt
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  it('is built in a moment, with books that are in order', async () => {
    expect(tookMs).toBeLessThan(3000)
    expect((await checkBooks(door.store.db)).flatMap(({ violations }) => violations)).toEqual([])
  })

  it('lets everybody in as far as it says', async () => {
    const statuses = []
    for (const { email, password } of signIns) statuses.push((await door.login(email, password)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 409, 403])
  })

  it('has one person at three companies, with an account at each and a proved number', async () => {
    const token = await door.enter('nora@quill.example')
    const identities = await door.call('GET', '/identities', { token })
    expect(names(identities)).toEqual(['Tideline Energy Ltd', 'Lighthouse Studio Ltd', 'Harbour Freight Ltd'])
    const { identities: all } = identities.body as { identities: { id: unknown }[] }
    const seen = []
    for (const { id: identity } of all) {
      const chosen = field(await door.call('POST', '/access_token', { token, body: { identity } }), 'token')
      seen.push((await door.call('GET', '/managed_accounts', { token: chosen })).body)
      const stepUp = await door.call('POST', '/stepup/challenges/otp/SMS', { token: chosen })
      expect(stepUp.status).toBe(204)
    }
    expect(seen.map((body) => JSON.stringify(body).match(/"actualBalance":(\d+)/)?.[1])).toEqual([
      '31040000',
      '1275000',
      '8400000',
    ])
  })

  it('has somebody who is root user here and user there, and others who are not in yet or any more', async () => {
    const token = await door.enter('omar@harbour.example')
    expect(names(await door.call('GET', '/identities', { token }))).toEqual([
      'Lighthouse Studio Ltd',
      'Harbour Freight Ltd',
    ])
    const root = await door.enter('linnea@lighthouse.example')
    const { body } = await door.call('GET', '/users', { token: root })
    const { users } = body as { users: { email: string; id: string }[] }
    expect(users.map(({ email }) => email)).toEqual([
      'jun@lighthouse.example',
      'omar@harbour.example',
      'nora@quill.example',
    ])
    const invite = { body: { inviteCode: '123456' } }
    expect((await door.call('POST', `/users/${users[0]?.id}/invite/validate`, invite)).status).toBe(204)
  })

  it('has a phone that signs its person in', async () => {
    const asked = await door.call('POST', '/login_via_biometrics', { body: { email: 'nora@quill.example' } })
    const { credential_id } = await door.store.db
      .selectFrom('sandbox_factor')
      .select('credential_id')
      .where('channel', '=', 'BIOMETRIC')
      .executeTakeFirstOrThrow()
    const path = `/factors/${credential_id}/challenges/${field(asked, 'challengeId')}/verify_success`
    const headers = { 'programme-key': keys.apiKey }
    const answer = await simulatorApp(door.sandbox).request(path, { method: 'POST', headers })
    expect(await answer.json()).toEqual({ code: 'COMPLETED', token: expect.any(String) })
  })
})
