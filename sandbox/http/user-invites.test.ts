import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { issueToken } from '../domain/access/tokens'
import { changeCredentialDocument } from '../domain/identities/credential-document'
import { findKyiReference } from '../domain/identities/kyi-reference'
import { moveUserKyc } from '../domain/users/user-kyc'
import { type Answer, type FrontDoor, field, openFrontDoor } from '../testing/front-door'

const CODE = '123456'
const DAY = 24 * 60 * 60_000
const NEW = 'Invited-2026!'

onEachEngine('invited users', (open) => {
  let door: FrontDoor
  let company: Awaited<ReturnType<FrontDoor['company']>>
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    company = await door.company()
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const session = (credentialId: string, identityId = company.identityId) =>
    door.inTx((ctx) =>
      issueToken(ctx, door.sandbox.keys, { credentialId, identityId, kind: 'ACCESS', steppedUp: true }),
    )
  const said = ({ status, body }: Answer) => {
    const code = body && typeof body === 'object' ? Reflect.get(body, 'errorCode') : undefined
    return code ?? status
  }
  const post = async (path: string, body?: unknown, token?: string) =>
    door.call('POST', path, { ...(body !== undefined && { body }), token })
  const root = () => session(company.rootUserId)
  const email = () => `${randomUUID()}@users.test`
  const create = async (address = email(), of = company) => {
    const body = {
      name: 'Grace',
      surname: 'Hopper',
      email: address,
      mobile: { countryCode: '+44', number: '7700900200' },
    }
    return field(await post('/users', body, await session(of.rootUserId, of.identityId)), 'id')
  }
  const invite = async (id: string) => said(await post(`/users/${id}/invite`, undefined, await root()))
  const validate = async (id: string, inviteCode = CODE) =>
    said(await post(`/users/${id}/invite/validate`, { inviteCode }))
  const consume = async (id: string, plain = NEW, inviteCode = CODE, more = {}) =>
    post(`/users/${id}/invite/consume`, { inviteCode, password: await door.typed(plain), ...more })
  const row = (id: string) =>
    door.store.db.selectFrom('sandbox_credential').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  it('is invited, accepts, and is in, with another number if they say so', async () => {
    const address = email()
    const id = await create(address)
    expect(await validate(id)).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect(said(await consume(id))).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect(await invite(id)).toBe(204)
    expect(await validate(id)).toBe(204)
    expect(await validate(id, '000000')).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect((await post(`/users/${id}/invite/validate`, { inviteCode: '12345' })).status).toBe(400)
    const accepted = await consume(id, NEW, CODE, { mobile: { countryCode: '+44', number: '7700900222' } })
    expect(accepted.status).toBe(200)
    const me = await door.call('GET', `/users/${id}`, { token: field(accepted, 'token') })
    expect(me.body).toMatchObject({ email: address, mobile: { number: '7700900222' } })
    expect((await door.login(address, NEW)).status).toBe(200)
    expect(await validate(id)).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect(said(await consume(id))).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect(await invite(id)).toBe('INVITE_ALREADY_CONSUMED')
  })

  it('is let in again by the same call, whose answer nobody can read where it is kept', async () => {
    const id = await create()
    await invite(id)
    const body = { inviteCode: CODE, password: await door.typed(NEW) }
    const accept = async () => field(await door.call('POST', `/users/${id}/invite/consume`, { body, ref: id }), 'token')
    const token = await accept()
    expect(await accept()).toBe(token)
    const kept = await door.store.db.selectFrom('sandbox_idempotency').select('response').execute()
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(token.slice(0, 20))
    expect(JSON.stringify(kept)).not.toContain('token')
  })

  it('has a month, and another month when invited again', async () => {
    const id = await create()
    await invite(id)
    door.clock.advance(30 * DAY - 1000)
    expect(await validate(id)).toBe(204)
    door.clock.advance(1000)
    expect(await validate(id)).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect(said(await consume(id))).toBe('INVITE_OR_INVITE_CODE_INVALID')
    expect(await invite(id)).toBe(204)
    expect(said(await consume(id))).toBe(200)
  })

  it.each([
    ['Aa1!567', 'PASSWORD_TOO_SHORT'],
    [`Aa1!${'x'.repeat(27)}`, 'PASSWORD_TOO_LONG'],
    ['aa1!5678', 'PASSWORD_TOO_SIMPLE'],
  ])('does not get in with %s, which leaves the invitation good', async (weak, code) => {
    const id = await create()
    await invite(id)
    expect(said(await consume(id, weak))).toBe(code)
    expect(await validate(id)).toBe(204)
  })

  it('types a password, once, and not a passcode', async () => {
    const id = await create()
    await invite(id)
    const body = { inviteCode: CODE, password: { value: 'nonsense' } }
    expect(said(await post(`/users/${id}/invite/consume`, body))).toBe('TOKEN_NOT_FOUND')
    const passcode = { inviteCode: CODE, password: await door.typed('1234', 'passCode') }
    const profile = 'PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE'
    expect(said(await post(`/users/${id}/invite/consume`, passcode))).toBe(profile)
    expect(said(await post(`/users/${id}/invite/consume`, passcode))).toBe('TOKEN_EXPIRED')
    expect(said(await post(`/passwords/${id}/create`, { password: await door.typed('1234', 'passCode') }))).toBe(
      profile,
    )
  })

  it('is nobody else: the root user is not invited, an unknown one is not there', async () => {
    for (const id of [company.rootUserId, '404']) {
      expect(said(await consume(id))).toBe('UNRESOLVED_IDENTITY')
      expect(await validate(id)).toBe(404)
    }
  })

  it('may have a password set by the programme instead, after which the invitation is void', async () => {
    const id = await create()
    await invite(id)
    const made = await post(`/passwords/${id}/create`, { password: await door.typed(NEW) })
    expect((await door.call('GET', '/users', { token: field(made, 'token') })).status).toBe(200)
    expect(said(await consume(id))).toBe('PASSWORD_ALREADY_CREATED')
  })

  it('accepts once for all companies', async () => {
    const address = email()
    const other = await door.company()
    const [here, there] = [await create(address), await create(address, other)]
    await invite(here)
    await post(`/users/${there}/invite`, undefined, await session(other.rootUserId, other.identityId))
    const first = await consume(here)
    expect((await door.call('GET', '/identities', { token: field(first, 'token') })).body).toMatchObject({ count: 2 })
    expect(said(await consume(there))).toBe('PASSWORD_ALREADY_CREATED')
  })

  it('loses the invitation with the address that it went to, or while deactivated', async () => {
    const id = await create()
    await invite(id)
    await post(`/users/${id}/deactivate`, undefined, await root())
    expect(await validate(id)).toBe('INVITE_OR_INVITE_CODE_INVALID')
    await post(`/users/${id}/activate`, undefined, await root())
    expect(await validate(id)).toBe(204)
    await door.call('PATCH', `/users/${id}`, { body: { email: email() }, token: await root() })
    expect(await validate(id)).toBe('INVITE_OR_INVITE_CODE_INVALID')
  })

  it('proves an address by the code that was sent to it within the hour', async () => {
    const address = email()
    const id = await create(address)
    const send = async (to: string) => said(await post('/users/verification/email/send', { email: to }))
    const verify = async (code = CODE) =>
      said(await post('/users/verification/email/verify', { email: address, verificationCode: code }))
    expect(await send(company.email)).toBe('EMAIL_NOT_FOUND')
    expect(await verify()).toBe('VERIFICATION_CODE_INVALID')
    expect(await send(address)).toBe(204)
    expect(await verify('000000')).toBe('VERIFICATION_CODE_INVALID')
    door.clock.advance(60 * 60_000)
    expect(await verify()).toBe('VERIFICATION_CODE_INVALID')
    expect(await send(address.toUpperCase())).toBe(204)
    expect((await row(id)).email_verified).toBe(0)
    expect(await verify()).toBe(204)
    expect((await row(id)).email_verified).toBe(1)
    expect(await verify()).toBe('VERIFICATION_CODE_INVALID')
  })

  it('starts their own check when address, number and company are proved, as often as it is sent back', async () => {
    const id = await create()
    const mine = await session(id)
    const start = (token = mine) => post('/users/kyc', undefined, token)
    const company_ = (kyi_status: string) =>
      door.store.db.updateTable('sandbox_identity').set({ kyi_status }).where('id', '=', company.identityId).execute()
    expect(said(await start(await root()))).toBe('INSUFFICIENT_PERMISSIONS')
    expect((await post('/users/kyc')).status).toBe(401)
    await company_('PENDING_REVIEW')
    expect(said(await start())).toBe('KYB_IDENTITY_NOT_APPROVED')
    await company_('APPROVED')
    expect(said(await start())).toBe('EMAIL_NOT_VERIFIED')
    await door.store.db.updateTable('sandbox_credential').set({ email_verified: 1 }).where('id', '=', id).execute()
    expect(said(await start())).toBe('MOBILE_NOT_VERIFIED')
    await door.inTx((ctx) => changeCredentialDocument(ctx, id, { mobileNumberVerified: true }))
    const reference = field(await start(), 'reference')
    const opened = { identityId: company.identityId, kind: 'USER_KYC', credentialId: id }
    expect(await door.inTx((ctx) => findKyiReference(ctx, reference))).toEqual(opened)
    const move = (to: 'PENDING_REVIEW' | 'TEMPORARILY_REJECTED' | 'APPROVED' | 'REJECTED') =>
      door.inTx((ctx) => moveUserKyc(ctx, id, to))
    await move('PENDING_REVIEW')
    expect(said(await start())).toBe('KYC_PENDING_REVIEW')
    await move('TEMPORARILY_REJECTED')
    expect(said(await start())).toBe(200)
    await move('APPROVED')
    expect(said(await start())).toBe('KYC_ALREADY_APPROVED')
    await move('REJECTED')
    expect(said(await start())).toBe('KYC_REJECTED')
    expect(await door.inTx((ctx) => findKyiReference(ctx, reference))).toBeUndefined()
    expect(await move('PENDING_REVIEW')).toMatchObject({ refusal: 'STATE_INVALID' })
  })
})
