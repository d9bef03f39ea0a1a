import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { changeCredentialDocument } from '../domain/identities/credential-document'
import { expirePassword } from '../domain/passwords/expire-password'
import { type FrontDoor, field, openFrontDoor } from '../testing/front-door'
import { listener, type Told } from '../testing/told'

const MINUTE = 60_000
const WRONG = 'Wrong-2026!'

onEachEngine('signing in', (open) => {
  let door: FrontDoor
  let company: Awaited<ReturnType<FrontDoor['company']>>
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    told = listener(door.store)
  })
  beforeEach(async () => {
    company = await door.company()
    await told()
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const login = (credential: { type: string; id: string }, type: string, status: string, identityId?: string) => ({
    event: 'login_watch',
    payload: {
      credential,
      identity: { type: 'corporates', id: identityId ?? company.identityId },
      type,
      status,
      publishedTimestamp: expect.stringMatching(/^\d+$/),
    },
  })
  const root = () => ({ type: 'ROOT', id: company.rootUserId })

  it('the platform hears of sign-ins and refusals, and nothing of addresses that are no one’s', async () => {
    await door.login(company.email)
    expect(await told()).toEqual([login(root(), 'PASSWORD', 'VERIFIED')])
    await door.login(company.email, WRONG)
    expect(await told()).toEqual([login(root(), 'PASSWORD', 'DECLINED')])
    await door.login('nobody@example.test')
    expect(await told()).toEqual([])
    for (let i = 0; i < 4; i++) await door.login(company.email, WRONG)
    expect((await door.login(company.email)).status).toBe(423)
    expect(await told()).toHaveLength(5)
  })

  it('the platform hears which company was chosen', async () => {
    const second = await door.company({ email: company.email })
    const token = await door.enter(company.email)
    await told()
    const identity = { type: 'CORPORATE', id: second.identityId }
    await door.call('POST', '/access_token', { token, body: { identity } })
    const chosen = login({ type: 'ROOT', id: second.rootUserId }, 'ACCESS_TOKEN', 'VERIFIED', second.identityId)
    expect(await told()).toEqual([chosen])
  })

  it('a user whom wrong passwords locked three times in a row is deactivated; a root user never is', async () => {
    const email = `locked-${company.email}`
    const id = await door.user(company.identityId, { email })
    const lockOut = async (address: string) => {
      for (let i = 0; i < 5; i++) await door.login(address, WRONG)
      expect((await door.login(address)).status).toBe(423)
      door.clock.advance(30 * MINUTE)
    }
    await lockOut(email)
    expect((await door.login(email)).status).toBe(200)
    for (let i = 0; i < 3; i++) await lockOut(email)
    expect((await door.login(email)).status).toBe(403)
    const payload = { actionDoneBy: 'UNDEFINED', emailAddress: email, reasonCode: 'ACCOUNT_SECURITY' }
    expect(await told('auth_users_user_deactivated_watch')).toMatchObject([{ payload }])

    await door.inTx((ctx) => changeCredentialDocument(ctx, company.rootUserId, { locks: 9 }))
    await lockOut(company.email)
    const token = await door.enter(company.email)
    expect((await door.call('POST', `/users/${id}/activate`, { token })).status).toBe(204)
    await lockOut(email)
    expect((await door.login(email)).status).toBe(200)
  })

  it('an expired password lets in as far as a new one, at every company of the person', async () => {
    expect(await door.inTx((ctx) => expirePassword(ctx, company.email.toUpperCase()))).toBe(true)
    const expired = await door.login(company.email)
    expect([expired.status, expired.body]).toEqual([409, { token: expect.any(String) }])
    const token = field(expired, 'token')
    expect((await door.call('GET', '/users', { token })).status).toBe(403)
    const body = { oldPassword: await door.typed('Sandbox-2026!'), newPassword: await door.typed('1234', 'passCode') }
    const passcode = await door.call('POST', '/passwords/update', { token, body })
    expect(passcode.body).toMatchObject({ passwordInfo: { expiryDate: expect.any(Number) } })
    expect((await door.call('GET', '/users', { token: field(passcode, 'token') })).status).toBe(403)
    const again = { oldPassword: await door.typed('Sandbox-2026!'), newPassword: await door.typed('Later-2026!') }
    const updated = await door.call('POST', '/passwords/update', { token, body: again })
    expect(updated.body).toMatchObject({ passwordInfo: { expiryDate: 0 } })
    expect((await door.call('GET', '/users', { token: field(updated, 'token') })).status).toBe(200)
    expect((await door.login(company.email, 'Later-2026!')).status).toBe(200)
    expect(await door.inTx((ctx) => expirePassword(ctx, 'nobody@example.test'))).toBe(false)
  })

  it('nobody signs in to a company that is switched off, and its sessions are over', async () => {
    const second = await door.company({ email: company.email })
    const token = await door.enter(company.email)
    const off = (id: string) =>
      door.store.db.updateTable('sandbox_identity').set({ active: 0 }).where('id', '=', id).execute()
    await off(second.identityId)
    expect((await door.call('GET', '/identities', { token })).body).toMatchObject({ count: 1 })
    const identity = { type: 'CORPORATE', id: second.identityId }
    expect((await door.call('POST', '/access_token', { token, body: { identity } })).status).toBe(404)
    expect((await door.login(company.email)).body).toMatchObject({ tokenType: 'ACCESS' })
    await off(company.identityId)
    expect((await door.call('GET', '/identities', { token })).status).toBe(401)
    expect((await door.login(company.email)).status).toBe(403)
  })

  it('a consumer has no identities to choose among', async () => {
    const token = await door.enter(company.email)
    const consumer = { type: 'CONSUMER' } as const
    await door.store.db.updateTable('sandbox_identity').set(consumer).where('id', '=', company.identityId).execute()
    const { status, body } = await door.call('GET', '/identities', { token })
    expect([status, body]).toEqual([409, { errorCode: 'IDENTITY_TYPE_NOT_SUPPORTED' }])
  })
})
