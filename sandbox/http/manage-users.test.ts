import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { issueToken } from '../domain/access/tokens'
import { putFactor } from '../domain/factors/factor-rows'
import { changeCredentialDocument } from '../domain/identities/credential-document'
import { type Answer, type FrontDoor, field, openFrontDoor } from '../testing/front-door'
import { listener, type Told } from '../testing/told'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

onEachEngine('users', (open) => {
  let door: FrontDoor
  let company: Awaited<ReturnType<FrontDoor['company']>>
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    company = await door.company()
    told = listener(door.store)
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  /** A stepped-up session, without the slow sign-in. */
  const session = (of: { identityId: string; rootUserId: string } = company, steppedUp = true) =>
    door.inTx((ctx) =>
      issueToken(ctx, door.sandbox.keys, {
        credentialId: of.rootUserId,
        identityId: of.identityId,
        kind: 'ACCESS',
        steppedUp,
      }),
    )
  const call = async (method: string, path: string, body?: unknown, token?: string, ref?: string) =>
    door.call(method, path, { body, token: token ?? (await session()), ...(ref && { ref }) })
  const said = ({ status, body }: Answer) => {
    const code = body && typeof body === 'object' ? Reflect.get(body, 'errorCode') : undefined
    return code ?? status
  }
  const email = () => `${randomUUID()}@users.test`
  const order = (more: object = {}) => ({ name: 'Grace', surname: 'Hopper', email: email(), ...more })
  const create = (more: object = {}, token?: string, ref?: string) => call('POST', '/users', order(more), token, ref)
  const created = async (more: object = {}) => field(await create(more), 'id')
  const mobile = { countryCode: '+44', number: '7700900200' }

  it('adds a user with everything that is said of one', async () => {
    const everything = order({
      mobile,
      dateOfBirth: { year: 1906, month: 12, day: 9 },
      tag: 'navy',
      countryOfResidence: 'GB',
      locale: 'en-GB',
      brand: 'cobol',
      roles: ['ADMIN', 'CARD_ASSIGNEE', 'ADMIN'],
    })
    const made = await call('POST', '/users', { ...everything, email: everything.email.toUpperCase() })
    const user = {
      ...everything,
      roles: ['ADMIN', 'CARD_ASSIGNEE'],
      id: field(made, 'id'),
      identity: { type: 'CORPORATE', id: company.identityId },
      active: true,
    }
    expect([made.status, made.body]).toEqual([200, user])
    expect((await call('GET', `/users/${user.id}`)).body).toEqual(user)
    expect((await door.login(everything.email)).status).toBe(403)
  })

  it('asks for step-up before it adds a user, and reads the form', async () => {
    expect(said(await create({}, await session(company, false)))).toBe('STEP_UP_REQUIRED')
    for (const wrong of [{ name: '' }, { email: 'nobody' }, { surname: 'x'.repeat(51) }, { roles: ['KING'] }])
      expect((await create(wrong)).status, JSON.stringify(wrong)).toBe(400)
  })

  it.each([
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { mobile: { countryCode: '+0', number: '7700900200' } }],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { mobile: { countryCode: '+44', number: '1' } }],
    ['EMAIL_DOMAIN_NOT_ALLOWED', { email: 'grace@mailinator.com' }],
    ['COUNTRY_OF_RESIDENCE_INVALID', { countryOfResidence: 'XX' }],
  ])('refuses %s', async (code, more) => expect(said(await create(more))).toBe(code))

  it('knows an address once in a company, whoever asks when, and repeats an answer for a reference', async () => {
    const taken = order()
    const ref = randomUUID()
    const token = await session()
    const both = await Promise.all([call('POST', '/users', taken, token), call('POST', '/users', taken, token)])
    expect(both.map(said).sort()).toEqual([200, 'EMAIL_NOT_UNIQUE'])
    expect(said(await create({ email: company.email }))).toBe('EMAIL_NOT_UNIQUE')
    const once = order()
    const [first, again] = [
      await call('POST', '/users', once, token, ref),
      await call('POST', '/users', once, token, ref),
    ]
    expect(again.body).toEqual(first.body)
  })

  it('shares people among companies, not with consumers, and not before they have proved who they are', async () => {
    const other = await door.company()
    const shared = field(await create({ email: other.email }), 'id')
    const hashes = await door.store.db
      .selectFrom('sandbox_credential')
      .select('password_hash')
      .where('email', '=', other.email)
      .execute()
    expect(new Set(hashes.map((row) => row.password_hash)).size).toBe(1)
    expect(said(await call('POST', `/users/${shared}/invite`))).toBe('INVITE_ALREADY_CONSUMED')
    const signedIn = await door.login(other.email)
    expect(signedIn.body).toMatchObject({ tokenType: 'AUTH' })
    const listed = await call('GET', '/identities', undefined, field(signedIn, 'token'))
    expect(listed.body).toMatchObject({ count: 2 })

    const set = (id: string, change: object) =>
      door.store.db.updateTable('sandbox_credential').set(change).where('id', '=', id).execute()
    const unproved = await door.company()
    await set(unproved.rootUserId, { email_verified: 0 })
    expect(said(await create({ email: unproved.email }))).toBe('EMAIL_NOT_UNIQUE')
    const consumer = await door.company()
    const change = { type: 'CONSUMER' } as const
    await door.store.db.updateTable('sandbox_identity').set(change).where('id', '=', consumer.identityId).execute()
    expect(said(await create({ email: consumer.email }))).toBe('EMAIL_NOT_UNIQUE')
    const mine = await session(consumer)
    expect(said(await create({ email: other.email }, mine))).toBe('EMAIL_NOT_UNIQUE')
    expect(said(await create({}, mine))).toBe(200)
  })

  it('lists by every filter, page by page, newest first', async () => {
    const tenant = await door.company()
    const token = await session(tenant)
    const ids: string[] = []
    const roles = [['ADMIN'], ['CARD_ASSIGNEE'], ['FUNDS_MANAGEMENT_ROLE', 'CARDS_MANAGEMENT_ROLE'], undefined, []]
    for (const [n, each] of roles.entries())
      ids.unshift(field(await create({ tag: n % 2 ? 'odd' : 'even', ...(each && { roles: each }) }, token), 'id'))
    const list = async (query: string) => {
      const { body } = await call('GET', `/users?${query}`, undefined, token)
      const { users, count, responseCount } = body as { users: { id: string }[]; count: number; responseCount: number }
      expect(users).toHaveLength(responseCount)
      return { at: users.map(({ id }) => ids.indexOf(id)), count }
    }
    expect(await list('')).toEqual({ at: [0, 1, 2, 3, 4], count: 5 })
    expect(await list('offset=3&limit=1')).toEqual({ at: [3], count: 5 })
    expect(await list('tag=odd')).toEqual({ at: [1, 3], count: 2 })
    expect(await list('roles=ADMIN')).toEqual({ at: [4], count: 1 })
    expect(await list('roles=CARDS_MANAGEMENT_ROLE&roles=CARD_ASSIGNEE')).toEqual({ at: [2, 3], count: 2 })
    expect(await list('roles=ACCESS_MANAGEMENT_ROLE')).toEqual({ at: [], count: 0 })
    await call('POST', `/users/${ids[1]}/deactivate`, undefined, token)
    expect(await list('active=false')).toEqual({ at: [1], count: 1 })
    expect(await list('active=true&tag=odd&limit=5')).toEqual({ at: [3], count: 1 })
    expect((await call('GET', '/roles', undefined, token)).body).toContainEqual({
      id: '5',
      name: 'ADMIN',
      description: 'Does everything',
    })
  })

  it('changes what is given and leaves the rest', async () => {
    const id = await created({ tag: 'before', roles: ['CARD_ASSIGNEE'], brand: 'one' })
    const before = (await call('GET', `/users/${id}`)).body as object
    expect((await call('PATCH', `/users/${id}`, {})).body).toEqual(before)
    const change = { name: 'Rear', surname: 'Admiral', tag: 'after', roles: ['ADMIN'], locale: 'fr' }
    const after = await call('PATCH', `/users/${id}`, change, await session(), randomUUID())
    expect([after.status, after.body]).toEqual([200, { ...before, ...change }])
    const stranger = await session(await door.company())
    for (const [other, token] of [[company.rootUserId], ['1'], [id, stranger]] as const)
      for (const [method, path] of [
        ['GET', ''],
        ['PATCH', ''],
        ['POST', '/activate'],
        ['POST', '/deactivate'],
        ['POST', '/invite'],
      ] as const)
        expect((await call(method, `/users/${other}${path}`, method === 'PATCH' ? {} : undefined, token)).status).toBe(
          404,
        )
  })

  it('holds a new address to the same rules, and has it proved anew', async () => {
    const [old, next] = [email(), email()]
    const id = await door.user(company.identityId, { email: old })
    const change = (to: string) => call('PATCH', `/users/${id}`, { email: to })
    expect(said(await change(company.email))).toBe('EMAIL_NOT_UNIQUE')
    expect(said(await change((await door.company()).email))).toBe('EMAIL_NOT_UNIQUE')
    expect(said(await change('grace@sub.disposable.example'))).toBe('EMAIL_DOMAIN_NOT_ALLOWED')
    await door.call('POST', '/passwords/lost_password/start', { body: { email: old } })
    expect(said(await change(next.toUpperCase()))).toBe(200)
    expect(said(await change(next))).toBe(200)
    expect(said(await change(old))).toBe('TOO_FREQUENT_EMAIL_CHANGES')
    const body = { nonce: '123456', email: next, newPassword: await door.typed('Found-2026!') }
    expect(said(await door.call('POST', '/passwords/lost_password/resume', { body }))).toBe('INVALID_NONCE_OR_EMAIL')
    const row = () =>
      door.store.db.selectFrom('sandbox_credential').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(await row()).toMatchObject({ email: next, email_verified: 0 })
    door.clock.advance(DAY)
    expect(said(await change(old))).toBe(200)
  })

  it('has a new number enrolled again, three times at most, and not while something hangs on the old one', async () => {
    const id = await created()
    const change = async (number: string) =>
      said(await call('PATCH', `/users/${id}`, { mobile: { ...mobile, number } }))
    expect(await change('7700900300')).toBe(200)
    await door.inTx((ctx) => putFactor(ctx, id, 'SMS', 'ACTIVE'))
    await door.inTx((ctx) => changeCredentialDocument(ctx, id, { mobileNumberVerified: true }))
    expect(await change('7700900300')).toBe(200)
    const factors = () =>
      door.store.db.selectFrom('sandbox_factor').select('channel').where('credential_id', '=', id).execute()
    expect(await factors()).toHaveLength(1)
    await door.inTx((ctx) => putFactor(ctx, id, 'AUTHY', 'ACTIVE'))
    expect(await change('7700900301')).toBe('MOBILE_CHANGE_NOT_ALLOWED')
    await door.store.db.deleteFrom('sandbox_factor').where('channel', '=', 'AUTHY').execute()
    await door.inTx((ctx) => changeCredentialDocument(ctx, id, { kycStatus: 'PENDING_REVIEW' }))
    expect(await change('7700900301')).toBe('MOBILE_CHANGE_NOT_ALLOWED')
    await door.inTx((ctx) => changeCredentialDocument(ctx, id, { kycStatus: 'APPROVED' }))
    for (const last of ['1', '2', '3']) expect(await change(`770090030${last}`)).toBe(200)
    expect(await factors()).toEqual([])
    expect(await change('7700900304')).toBe('MOBILE_NO_CHANGE_LIMIT_EXCEEDED')
    expect(await change('1')).toBe('MOBILE_OR_COUNTRY_CODE_INVALID')
  })

  it('lets nobody give roles to themselves, and only the root user take ADMIN away', async () => {
    const [id, other] = [await created({ roles: ['ADMIN'] }), await created({ roles: ['ADMIN'] })]
    const user = await session({ identityId: company.identityId, rootUserId: id })
    const patch = async (who: string, roles: string[], token: string) =>
      said(await call('PATCH', `/users/${who}`, { roles }, token))
    expect(await patch(id, ['ADMIN'], user)).toBe('CANNOT_MODIFY_OWN_ROLES')
    expect(await patch(other, [], user)).toBe('ADMIN_ROLE_REMOVAL_NOT_ALLOWED')
    expect(await patch(other, ['ADMIN', 'CARD_ASSIGNEE'], user)).toBe(200)
    expect(await patch(other, ['CARD_ASSIGNEE'], await session())).toBe(200)
  })

  it('deactivates a user at once and for all sessions, tells the platform once, and undoes it', async () => {
    const address = email()
    const id = await door.user(company.identityId, { email: address })
    const mine = await session({ identityId: company.identityId, rootUserId: id })
    expect((await call('GET', '/users', undefined, mine)).status).toBe(200)
    await told()
    for (const _ of [1, 2]) expect((await call('POST', `/users/${id}/deactivate`)).status).toBe(204)
    expect(await told()).toEqual([
      {
        event: 'auth_users_user_deactivated_watch',
        payload: { actionDoneBy: 'INNOVATOR', emailAddress: address, reasonCode: 'UNDEFINED_REASON' },
      },
    ])
    expect((await call('GET', '/users', undefined, mine)).status).toBe(401)
    expect((await door.login(address)).status).toBe(403)
    expect((await call('POST', `/users/${id}/activate`)).status).toBe(204)
    expect((await call('GET', '/users', undefined, mine)).status).toBe(401)
    expect((await door.login(address)).status).toBe(200)
  })
})
