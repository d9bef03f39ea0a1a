import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { answerConfirmation } from '../domain/challenges/confirm'
import type { Actor } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { runDue } from '../domain/due/run-due'
import { putFactor } from '../domain/factors/factor-rows'
import { linkBySender, takeVerificationTransfer } from '../domain/linked-accounts/incoming'
import { createWire } from '../domain/wires/create-wire'
import { simulatorApp } from '../simulator/app'
import { type Answer, type FrontDoor, field, freshStore, keys, openFrontDoor } from '../testing/front-door'
import { beginLinkedAccount, germanIban, openLanding, verifyLinkedAccount } from '../testing/trust'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND

onEachEngine('linked accounts', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let token: string
  let actor: Actor
  let email: string
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    const company = await door.company()
    const { identityId, rootUserId } = company
    email = company.email
    actor = {
      credentialId: rootUserId,
      credentialType: 'ROOT',
      identityId,
      identityType: 'CORPORATE',
      tokenId: '1',
      tokenKind: 'ACCESS',
      steppedUp: true,
    }
    await door.inTx((ctx) => putFactor(ctx, rootUserId, 'SMS', 'ACTIVE'))
    token = await door.enter(email)
  })

  const call = (method: string, path: string, body?: unknown) => door.call(method, path, { token, body })
  const order = {
    name: 'Blue Harbour GmbH',
    type: 'BUSINESS',
    country: 'DE',
    accountReference: { iban: germanIban(1), bankIdentifierCode: 'COBADEFF' },
  }
  const create = (more: object = {}) => call('POST', '/linked_accounts', { ...order, ...more })
  const said = ({ status, body }: Answer) => (body as { errorCode?: string } | undefined)?.errorCode ?? status
  const stateOf = async (id: string) => field(await call('GET', `/linked_accounts/${id}`), 'state')
  const landing = (currency: string) => door.inTx((ctx) => openLanding({ ...ctx, actor }, currency))
  const begin = (number = 1) =>
    door.inTx((ctx) => beginLinkedAccount({ ...ctx, actor }, { reference: { iban: germanIban(number) } }))
  const verified = (number = 1) =>
    door.inTx((ctx) => verifyLinkedAccount({ ...ctx, actor }, { reference: { iban: germanIban(number) } }))
  const pass = async (ms: number) => {
    door.clock.advance(ms)
    while (await door.sandbox.run(runDue));
  }
  type Step = { step: string; status: string; completedTimestamp?: number; details?: { reference?: string } }
  type Run = { id: string; state: string; overriddenReason?: string; verificationSteps: Step[] }
  const runs = async (id: string, query = '') => {
    const { body } = await call('GET', `/linked_accounts/${id}/verifications?${query}`)
    return (body as { verificationRuns: Run[] }).verificationRuns
  }
  const steps = async (id: string) => {
    const [run] = await runs(id)
    return Object.fromEntries((run?.verificationSteps ?? []).map((each) => [each.step, each.status]))
  }
  const simulate = async (id: string, act: 'set' | 'verify', body: unknown) => {
    const response = await simulatorApp(door.sandbox).request(`/linked_accounts/${id}/${act}`, {
      method: 'POST',
      headers: { 'programme-key': keys.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return text.includes('errorCode') ? (JSON.parse(text) as { errorCode: string }).errorCode : response.status
  }
  const events = async () => {
    const hooks = await door.store.db
      .selectFrom('sandbox_webhook')
      .select('payload')
      .where('event', '=', 'linked_accounts_watch')
      .orderBy('id')
      .execute()
    return hooks.map((hook) => JSON.parse(hook.payload).eventType)
  }
  const declare = async (...resourceIds: string[]) => {
    const resourceType = 'linked_account_declaration'
    const issued = await call('POST', '/challenges/otp/SMS', { resourceType, resourceIds })
    if (issued.status !== 200) return said(issued)
    const path = `/challenges/${field(issued, 'scaChallengeId')}/otp/SMS/verify`
    return said(await call('POST', path, { verificationCode: '123456', resourceType }))
  }

  test('is verified by a declaration, a transfer from there, and a check', async () => {
    await landing('EUR')
    const made = await create({ tag: 'house-bank', friendlyName: 'House bank' })
    expect(made).toMatchObject({
      status: 200,
      body: {
        ...order,
        profileId: '4001',
        currency: 'EUR',
        tag: 'house-bank',
        friendlyName: 'House bank',
        state: 'PENDING_VERIFICATION',
        owner: { type: 'corporates', id: actor.identityId },
      },
    })
    const id = field(made, 'id')
    expect((await call('GET', `/linked_accounts/${id}`)).body).toEqual(made.body)
    expect(await steps(id)).toEqual({
      USER_DECLARATION_SCA_CHALLENGE: 'PENDING_USER',
      TRANSFER_INSTRUCTION: 'PENDING_USER',
      INTERNAL_CHECKS: 'PENDING_REVIEW',
    })
    const [run] = await runs(id)
    const instruction = run?.verificationSteps.find(({ step }) => step === 'TRANSFER_INSTRUCTION')
    expect(instruction?.details).toMatchObject({
      amount: { currency: 'EUR', amount: 100 },
      destination: { accountOwnerName: 'Test Company', accountType: 'BUSINESS' },
    })

    expect(await declare(id)).toBe(204)
    expect(await declare(id)).toBe('STATE_INVALID')
    const transfer = {
      identityId: actor.identityId,
      sender: { iban: germanIban(1) },
      currency: 'EUR',
      amount: 100,
      reference: `from us ${instruction?.details?.reference}`,
    }
    const arrives = (more: object = {}) => door.inTx((ctx) => takeVerificationTransfer(ctx, { ...transfer, ...more }))
    expect(await arrives({ amount: 101 })).toBe(false)
    expect(await arrives({ reference: 'hello' })).toBe(false)
    expect(await arrives({ sender: { iban: germanIban(2) } })).toBe(false)
    expect(await stateOf(id)).toBe('PENDING_VERIFICATION')
    expect(await arrives()).toBe(true)
    expect(await arrives()).toBe(false)
    expect(await stateOf(id)).toBe('PENDING_VERIFICATION')
    await pass(5 * SECOND)
    expect(await stateOf(id)).toBe('ACTIVE')
    expect((await runs(id))[0]).toMatchObject({ state: 'VERIFIED', completedTimestamp: expect.any(Number) })
    expect(await runs(id, 'state=PENDING&state=REJECTED')).toEqual([])
    expect(await events()).toEqual(['PENDING_VERIFICATION', 'VERIFIED'])
    await pass(40 * DAY)
    expect(await events()).toHaveLength(2)
  })

  test('refuses with the documented conflict', async () => {
    expect(said(await create())).toBe('MANAGED_ACCOUNT_MISSING')
    const own = await landing('EUR')
    const bank = (await call('GET', `/managed_accounts/${own}/iban`)).body as {
      bankAccountDetails: { details: { iban: string } }[]
    }
    const iban = germanIban(1)
    const uk = { accountNumber: '12345678', sortCode: '040004' }
    const cases: [object, string][] = [
      [{ profileId: '9' }, 'PROFILE_NOT_FOUND'],
      [{ country: 'KP' }, 'COUNTRY_NOT_SUPPORTED_BY_PROFILE'],
      [{ currency: 'SEK' }, 'CURRENCY_NOT_SUPPORTED_BY_PROFILE'],
      [{ accountReference: { iban, accountNumber: '12345678' } }, 'ACCOUNT_NUMBER_AND_IBAN_PROVIDED'],
      [{ accountReference: { iban, sortCode: '040004' } }, 'SORT_CODE_AND_IBAN_PROVIDED'],
      [{ accountReference: uk, currency: 'EUR' }, 'IBAN_MISSING'],
      [{ currency: 'GBP' }, 'ACCOUNT_NUMBER_MISSING'],
      [{ accountReference: { accountDescriptor: '7' }, currency: 'GBP' }, 'SORT_CODE_MISSING'],
      [{ accountReference: uk, currency: 'USD' }, 'ACCOUNT_DESCRIPTOR_MISSING'],
      [{ accountReference: { iban: iban.replace(/^DE../, 'DE00') } }, 'MODEL_CONSTRAINTS_VIOLATED'],
      [{ accountReference: bank.bankAccountDetails[0]?.details }, 'THIS_IS_A_MANAGED_ACCOUNT'],
      [{ accountReference: uk }, 'MANAGED_ACCOUNT_MISSING'],
    ]
    for (const [more, code] of cases) expect(said(await create(more)), code).toBe(code)
    const person: Actor = { ...actor, identityType: 'CONSUMER' }
    const asPerson = door.inTx((ctx) => beginLinkedAccount({ ...ctx, actor: person }))
    await expect(asPerson).resolves.toMatch(/^\d+$/)
    expect(said(await create())).toBe('LINKED_ACCOUNT_ALREADY_ADDED')
    expect((await create({ accountReference: {} })).status).toBe(400)
    expect((await create({ name: '' })).status).toBe(400)
    expect(await events()).toEqual(['PENDING_VERIFICATION'])
  })

  test('one account ordered twice at the same moment is linked once', async () => {
    await landing('EUR')
    const answers = await Promise.all([create(), create()])
    expect(answers.map(said).sort()).toEqual([200, 'LINKED_ACCOUNT_ALREADY_ADDED'])
  })

  test('a British account needs one here in pounds; one by descriptor is proved by a micro deposit', async () => {
    await landing('GBP')
    await landing('USD')
    const uk = await create({ accountReference: { accountNumber: '12345678', sortCode: '040004' }, country: 'GB' })
    expect(uk.body).toMatchObject({ currency: 'GBP' })
    const descriptor = { accountDescriptor: 'ABA 021000021 / 123' }
    const us = field(await create({ accountReference: descriptor, country: 'US' }), 'id')
    expect(await steps(us)).toMatchObject({ MICRO_DEPOSIT: 'PENDING_EXECUTION' })
    expect(await simulate(us, 'verify', { steps: ['MICRO_DEPOSIT'], result: 'COMPLETED' })).toBe(204)
    expect(await declare(us)).toBe(204)
    await pass(5 * SECOND)
    expect(await stateOf(us)).toBe('ACTIVE')
  })

  test('is blocked, unblocked and removed, each from the state that allows it', async () => {
    const act = async (id: string, verb: string) => said(await call('POST', `/linked_accounts/${id}/${verb}`))
    const all = async (id: string) => [await act(id, 'block'), await act(id, 'unblock'), await act(id, 'remove')]
    const pending = await begin(1)
    const inactive = 'LINKED_ACCOUNT_INACTIVE'
    expect(await all(pending)).toEqual([inactive, inactive, 'LINKED_ACCOUNT_HAS_PENDING_ACTIONS'])
    await simulate(pending, 'set', { state: 'REJECTED' })
    expect(await all(pending)).toEqual([inactive, inactive, 'LINKED_ACCOUNT_REJECTED'])
    expect(await all('404')).toEqual([404, 404, 404])

    const id = await verified(2)
    expect(await act(id, 'unblock')).toBe('LINKED_ACCOUNT_NOT_BLOCKED')
    expect(await act(id, 'block')).toBe(204)
    expect(await act(id, 'block')).toBe('LINKED_ACCOUNT_ALREADY_BLOCKED')
    expect(await stateOf(id)).toBe('BLOCKED')
    expect(await act(id, 'unblock')).toBe(204)
    expect(await act(id, 'block')).toBe(204)
    expect(await act(id, 'remove')).toBe(204)
    const removed = 'LINKED_ACCOUNT_REMOVED'
    expect(await all(id)).toEqual([removed, removed, 'LINKED_ACCOUNT_ALREADY_REMOVED'])
    expect((await events()).slice(3)).toEqual(['VERIFIED', 'BLOCKED', 'UNBLOCKED', 'BLOCKED', 'REMOVED'])
    // Both may be linked afresh.
    for (const number of [1, 2])
      expect(said(await create({ accountReference: { iban: germanIban(number) } }))).toBe(200)
  })

  test('is not removed while a wire to it is under way', async () => {
    const id = await verified()
    const source = await landing('EUR')
    const money = {
      currency: 'EUR',
      amount: 500,
      senderName: 'Sender',
      senderIban: germanIban(9),
      reference: 'opening',
    }
    await door.inTx((ctx) => bookDeposit(ctx, { accountId: source, ...money }))
    const wire = (linkedId: string) =>
      door.inTx((ctx) =>
        createWire(
          { ...ctx, actor },
          {
            profileId: '3003',
            sourceInstrument: { type: 'managed_accounts', id: source },
            transferAmount: { currency: 'EUR', amount: 100 },
            description: 'Back home',
            destinationBeneficiary: { type: 'linked_accounts', id: linkedId },
          },
        ),
      )
    const remove = async () => said(await call('POST', `/linked_accounts/${id}/remove`))
    expect(await wire(await verified(2))).toMatchObject({ ok: true })
    const ordered = await wire(id)
    if (!ordered.ok) throw new Error(ordered.refusal)
    expect(await remove()).toBe('LINKED_ACCOUNT_HAS_PENDING_ACTIONS')
    await door.store.db
      .updateTable('sandbox_wire')
      .set({ state: 'CANCELLED' })
      .where('id', '=', ordered.value.id)
      .execute()
    expect(await remove()).toBe(204)
  })

  test('the simulator decides the whole or single steps, once', async () => {
    const id = await begin(1)
    expect(await simulate('404', 'set', { state: 'VERIFIED' })).toBe(404)
    expect(await simulate(id, 'set', {})).toBe(400)
    expect(await simulate(id, 'verify', { steps: ['INTERNAL_CHECKS'], result: 'COMPLETED' })).toBe(204)
    expect(await simulate(id, 'verify', { steps: ['INTERNAL_CHECKS'], result: 'REJECTED' })).toBe('ALREADY_COMPLETED')
    expect(await stateOf(id)).toBe('PENDING_VERIFICATION')
    expect(await simulate(id, 'verify', { result: 'COMPLETED' })).toBe(204)
    expect(await stateOf(id)).toBe('ACTIVE')
    expect(await simulate(id, 'verify', { result: 'REJECTED' })).toBe('ALREADY_COMPLETED')
    expect(await simulate(id, 'set', { state: 'REJECTED' })).toBe(204)
    expect(await stateOf(id)).toBe('ACTIVE')

    const second = await begin(2)
    expect(await simulate(second, 'verify', { steps: ['TRANSFER_INSTRUCTION'], result: 'REJECTED' })).toBe(204)
    expect([await stateOf(second), (await runs(second))[0]?.state]).toEqual(['REJECTED', 'REJECTED'])
    expect(await simulate(second, 'verify', { result: 'COMPLETED' })).toBe('ALREADY_REJECTED')

    const third = await begin(3)
    expect(await simulate(third, 'set', { state: 'VERIFIED' })).toBe(204)
    expect((await runs(third))[0]).toMatchObject({ state: 'VERIFIED', overriddenReason: expect.any(String) })
    expect(Object.values(await steps(third))).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
  })

  test('a verification that nobody finishes is rejected after thirty days', async () => {
    const id = await begin()
    expect(await declare(id)).toBe(204)
    await pass(29 * DAY)
    token = await door.enter(email)
    expect(await stateOf(id)).toBe('PENDING_VERIFICATION')
    await pass(DAY)
    token = await door.enter(email)
    expect(await stateOf(id)).toBe('REJECTED')
    expect((await runs(id))[0]).toMatchObject({ state: 'REJECTED', overriddenReason: expect.any(String) })
    expect(await declare(id)).toBe('STATE_INVALID')
    expect(await events()).toEqual(['PENDING_VERIFICATION', 'REJECTED'])
  })

  test('only the root user declares; one who declines ends the verification', async () => {
    const id = await begin()
    const second = 'second@example.test'
    const user = await door.user(actor.identityId, { email: second })
    await door.inTx((ctx) => putFactor(ctx, user, 'SMS', 'ACTIVE'))
    const root = token
    token = await door.enter(second)
    expect(await declare(id)).toBe('STATE_INVALID')
    token = root
    expect(await declare(id, '404')).toBe(404)
    await call('POST', '/challenges/otp/SMS', { resourceType: 'linked_account_declaration', resourceIds: [id] })
    await door.inTx(async (ctx) => {
      const row = await ctx.tx
        .selectFrom('sandbox_challenge')
        .selectAll()
        .where('status', '=', 'PENDING')
        .executeTakeFirstOrThrow()
      return answerConfirmation(ctx, row, 'DECLINED')
    })
    expect(await stateOf(id)).toBe('REJECTED')
  })

  test('a small first transfer begins to link the account that it came from', async () => {
    await landing('EUR')
    const transfer = {
      identityId: actor.identityId,
      sender: { iban: germanIban(7) },
      currency: 'EUR',
      amount: 10_000,
      reference: 'hello',
      name: 'Blue Harbour GmbH',
      country: 'DE',
    }
    const arrives = (more: object = {}) => door.inTx((ctx) => linkBySender(ctx, { ...transfer, ...more }))
    expect(await arrives({ amount: 10_001 })).toBeUndefined()
    const id = (await arrives()) ?? ''
    expect(await arrives()).toBeUndefined()
    expect(await steps(id)).toMatchObject({ TRANSFER_INSTRUCTION: 'COMPLETED' })
    expect(await declare(id)).toBe(204)
    await pass(5 * SECOND)
    expect(await stateOf(id)).toBe('ACTIVE')
  })

  test('lists newest first by every filter, and changes names', async () => {
    const [a, b] = [await verified(1), await begin(2)]
    const list = async (query: string) => {
      const { body } = await call('GET', `/linked_accounts?${query}`)
      return (body as { accounts: { id: string }[] }).accounts.map((account) => account.id)
    }
    const changed = await call('PATCH', `/linked_accounts/${a}`, { tag: 'x', friendlyName: 'Old bank' })
    expect(changed).toMatchObject({ status: 200, body: { id: a, tag: 'x', friendlyName: 'Old bank' } })
    expect((await call('PATCH', '/linked_accounts/404', { tag: 'x' })).status).toBe(404)
    expect((await call('PATCH', `/linked_accounts/${a}`, { friendlyName: '' })).status).toBe(400)
    const far = door.clock.now() + DAY
    const cases: [string, string[]][] = [
      ['', [b, a]],
      ['limit=1&offset=1', [a]],
      ['state=ACTIVE', [a]],
      ['state=PENDING_VERIFICATION&state=ACTIVE', [b, a]],
      ['state=NOT_ENABLED', [b]],
      ['state=DESTROYED', []],
      ['tag=x', [a]],
      ['friendlyName=Old%20bank', [a]],
      ['profileId=4001', [b, a]],
      ['profileId=1', []],
      ['currency=EUR', [b, a]],
      ['currency=GBP', []],
      [`createdFrom=${far}`, []],
      [`createdTo=${far}`, [b, a]],
    ]
    for (const [query, ids] of cases) expect(await list(query), query).toEqual(ids)
    token = await door.enter((await door.company()).email)
    expect(await list('')).toEqual([])
    for (const path of ['', '/verifications'])
      expect((await call('GET', `/linked_accounts/${a}${path}`)).status).toBe(404)
  })
})
