import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { answerConfirmation } from '../domain/challenges/confirm'
import { putFactor } from '../domain/factors/factor-rows'
import { linkBySender, takeVerificationTransfer } from '../domain/linked-accounts/incoming'
import { field, freshStore } from '../testing/front-door'
import { type LinkDesk, openLinkDesk } from '../testing/link-desk'
import { germanIban } from '../testing/trust'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND

onEachEngine('how linked accounts are verified', (openStore) => {
  const fresh = freshStore(openStore)
  let desk: LinkDesk
  beforeEach(async () => {
    desk = await openLinkDesk(await fresh())
  })

  test('is verified by a declaration, a transfer from there, and a check', async () => {
    const { door, actor, order, call, create, stateOf, landing, pass, runs, steps, events, declare } = desk
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

  test('a British account needs one here in pounds; one by descriptor is proved by a micro deposit', async () => {
    const { create, stateOf, landing, pass, steps, simulate, declare } = desk
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

  test('the simulator decides the whole or single steps, once', async () => {
    const { stateOf, begin, runs, steps, simulate } = desk
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
    const { enter, email, stateOf, begin, pass, runs, events, declare } = desk
    const id = await begin()
    expect(await declare(id)).toBe(204)
    await pass(29 * DAY)
    await enter(email)
    expect(await stateOf(id)).toBe('PENDING_VERIFICATION')
    await pass(DAY)
    await enter(email)
    expect(await stateOf(id)).toBe('REJECTED')
    expect((await runs(id))[0]).toMatchObject({ state: 'REJECTED', overriddenReason: expect.any(String) })
    expect(await declare(id)).toBe('STATE_INVALID')
    expect(await events()).toEqual(['PENDING_VERIFICATION', 'REJECTED'])
  })

  test('only the root user declares; one who declines ends the verification', async () => {
    const { door, enter, email, actor, call, stateOf, begin, declare } = desk
    const id = await begin()
    const second = 'second@example.test'
    const user = await door.user(actor.identityId, { email: second })
    await door.inTx((ctx) => putFactor(ctx, user, 'SMS', 'ACTIVE'))
    await enter(second)
    expect(await declare(id)).toBe('STATE_INVALID')
    await enter(email)
    expect(await declare(id, '404')).toBe(404)
    expect(await declare(...Array.from({ length: 40_000 }, (_, at) => String(at + 1)))).toBe(404)
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
    const { door, actor, stateOf, landing, pass, steps, declare } = desk
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
})
