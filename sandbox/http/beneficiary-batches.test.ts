import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { answerConfirmation } from '../domain/challenges/confirm'
import { putFactor } from '../domain/factors/factor-rows'
import { freshStore } from '../testing/front-door'
import { openPayeeDesk, type PayeeDesk } from '../testing/payee-desk'
import { payee } from '../testing/trust'

const SECOND = 1000
const MINUTE = 60 * SECOND

onEachEngine('what batches of beneficiaries wait for', (openStore) => {
  const fresh = freshStore(openStore)
  let desk: PayeeDesk
  beforeEach(async () => {
    desk = await openPayeeDesk(await fresh())
  })

  test('removal waits for its challenge too, and passes over what is no longer there', async () => {
    const { call, batchIdOf, pass, batchState, rowsOf, states, challenge, verify, pending, iban, trust } = desk
    const [a = '', b = ''] = await trust(1, 2)
    const remove = (...beneficiaryIds: string[]) => call('POST', '/beneficiaries/remove', { beneficiaryIds })
    expect((await remove(a, '404')).status).toBe(404)
    const id = batchIdOf(await remove(a, a))
    await pass(SECOND)
    expect([await batchState(id), await states(id)]).toEqual(['PENDING_CHALLENGE', ['ACTIVE']])
    await challenge(id)
    expect(await verify(id, '123456')).toBe(204)
    expect(await states(id)).toEqual(['REMOVED'])
    const [removed] = await rowsOf(`batchId=${id}`)
    expect(removed?.relatedOperationBatches).toMatchObject([{ operation: 'CREATE' }, { operation: 'REMOVE' }])

    const second = batchIdOf(await remove(a, b))
    await pass(SECOND)
    expect(await batchState(second)).toBe('PENDING_CHALLENGE')
    const nothing = batchIdOf(await remove(a))
    await pass(SECOND)
    expect(await batchState(nothing)).toBe('FAILED')
    // The details are free again.
    expect(await states(await pending(payee(iban(1))))).toEqual(['PENDING_CHALLENGE'])
  })

  test('too many wrong codes end a batch; an expired code may be sent again', async () => {
    const { pass, batchState, states, challenge, verify, pending, iban } = desk
    const id = await pending(payee(iban(1)))
    await challenge(id)
    expect(await challenge(id)).toBe('STATE_INVALID')
    // In two halves, with a call between them: sessions end by themselves after five idle minutes.
    await pass(3 * MINUTE)
    expect(await batchState(id)).toBe('PENDING_CHALLENGE')
    await pass(2 * MINUTE)
    expect(await verify(id, '123456')).toBe('VERIFICATION_CODE_EXPIRED')
    expect(await batchState(id)).toBe('PENDING_CHALLENGE')
    expect(await challenge(id)).toBe(204)
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await verify(id, '000000'))
    expect(answers.slice(2)).toEqual([
      'VERIFICATION_CODE_INVALID',
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'CHALLENGE_LIMIT_EXCEEDED',
    ])
    expect([await batchState(id), await states(id)]).toEqual(['CHALLENGE_FAILED', ['CHALLENGE_FAILED']])
    expect(await verify(id, '123456')).toBe('STATE_INVALID')
    expect(await states(await pending(payee(iban(1))))).toEqual(['PENDING_CHALLENGE'])
  })

  test('a phone may confirm or decline', async () => {
    const { door, actor, batchState, states, push, pending, iban } = desk
    const id = await pending(payee(iban(1)))
    expect(await push(id)).toBe('CHANNEL_NOT_REGISTERED')
    await door.inTx((ctx) => putFactor(ctx, actor.credentialId, 'AUTHY', 'ACTIVE'))
    const answer = (status: 'VERIFIED' | 'DECLINED') =>
      door.inTx(async (ctx) => {
        const row = await ctx.tx
          .selectFrom('sandbox_challenge')
          .selectAll()
          .where('status', '=', 'PENDING')
          .executeTakeFirstOrThrow()
        return answerConfirmation(ctx, row, status)
      })
    expect(await push(id)).toBe(204)
    await answer('VERIFIED')
    expect(await batchState(id)).toBe('CHALLENGE_COMPLETED')
    expect(await push(id)).toBe('STATE_INVALID')
    const second = await pending(payee(iban(2)))
    await push(second)
    await answer('DECLINED')
    expect([await batchState(second), await states(second)]).toEqual(['CHALLENGE_FAILED', ['CHALLENGE_FAILED']])
  })

  test('nobody sees, removes or confirms what belongs to another identity', async () => {
    const { door, enter, call, rowsOf, challenge, pending, iban } = desk
    const id = await pending(payee(iban(1)))
    const [row] = await rowsOf(`batchId=${id}`)
    const { email, rootUserId } = await door.company()
    await door.inTx((ctx) => putFactor(ctx, rootUserId, 'SMS', 'ACTIVE'))
    await enter(email)
    expect(await rowsOf('')).toEqual([])
    const paths = [`/beneficiaries/${row?.id}`, `/beneficiaries/batch/${id}`]
    for (const path of paths) expect((await call('GET', path)).status).toBe(404)
    expect((await call('POST', '/beneficiaries/remove', { beneficiaryIds: [row?.id] })).status).toBe(404)
    expect(await challenge(id)).toBe(404)
  })
})
