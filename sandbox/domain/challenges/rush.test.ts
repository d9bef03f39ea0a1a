import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { openSendBank, sendOrder as order, type SendBank } from '../../testing/sends'
import type { ActorCtx } from '../context'
import { runDue } from '../due/run-due'
import { putFactor } from '../factors/factor-rows'
import { programme } from '../programme'
import { cancelSend } from '../sends/cancel-sends'
import { issueConfirmation, verifyConfirmation } from './confirm'

const resource = 'sends'
const MINUTE = 60_000

onEachEngine('several at the same payment', (open) => {
  let bank: SendBank
  beforeAll(async () => {
    bank = await openSendBank(await open())
    await bank.run((ctx) => putFactor(ctx, ctx.actor.credentialId, 'SMS', 'ACTIVE'))
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const challenge = (id: string) =>
    bank.run(async (ctx) => {
      const issued = await issueConfirmation(ctx, { resource, ids: [id], channel: 'SMS' })
      if (!issued.ok) throw new Error(issued.refusal)
      return issued.value.challengeId
    })
  const verify = (ctx: ActorCtx, challengeId: string) =>
    verifyConfirmation(ctx, { resource, challengeId, code: programme.otpCode })

  /**
   * One transaction has locked what it is about, another one comes in between, and the first goes on. Each must get
   * through at the first attempt: two that wait for each other would be undone and run again.
   */
  async function between<A, B>(
    lock: (ctx: ActorCtx) => Promise<unknown>,
    first: (ctx: ActorCtx) => Promise<A>,
    second: (ctx: ActorCtx) => Promise<B>,
  ): Promise<[A, B]> {
    let attempts = 0
    let isLocked = () => {}
    const locked = new Promise<void>((resolve) => {
      isLocked = resolve
    })
    const slow = bank.run(async (ctx) => {
      attempts += 1
      await lock(ctx)
      isLocked()
      // Long enough for the other one to run into the lock.
      await sleep(150)
      return first(ctx)
    })
    await locked
    const quick = bank.run(async (ctx) => {
      attempts += 1
      return second(ctx)
    })
    const outcomes = await Promise.all([slow, quick])
    expect(attempts).toBe(2)
    return outcomes
  }
  const lockRow = (table: 'sandbox_send' | 'sandbox_challenge', id: string) => (ctx: ActorCtx) => {
    const row = ctx.tx.selectFrom(table).select('id').where('id', '=', id)
    return (ctx.engine === 'postgres' ? row.forUpdate() : row).execute()
  }

  it('pays once when it is confirmed twice at once', async () => {
    const [a, b] = [await bank.account('EUR', 20_000), await bank.payee()]
    const { id } = await bank.made(order(a, b, 9000))
    const challengeId = await challenge(id)
    const rush = Array.from({ length: 5 }, () => bank.run((ctx) => verify(ctx, challengeId)))
    const outcomes = await Promise.all(rush)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([11_000, 9000])
  })

  it('is confirmed or called off, never both', async () => {
    const [a, b] = [await bank.account('EUR', 90_000), await bank.payee()]
    for (let i = 0; i < 5; i++) {
      const { id } = await bank.made(order(a, b, 9000))
      const challengeId = await challenge(id)
      const before = await bank.balance(a)
      const [confirmed, cancelled] = await Promise.all([
        bank.run((ctx) => verify(ctx, challengeId)),
        bank.run((ctx) => cancelSend(ctx, id, undefined)),
      ])
      expect([confirmed.ok, cancelled.ok].sort()).toEqual([false, true])
      expect(await bank.stateOf(id)).toBe(confirmed.ok ? 'COMPLETED' : 'CANCELLED')
      expect(before - (await bank.balance(a))).toBe(confirmed.ok ? 9000 : 0)
    }
  })

  it('is called off while the scheduler has it in hand', async () => {
    const [a, b] = [await bank.account('EUR', 9000), await bank.payee()]
    const scheduledTimestamp = String(bank.clock.now() + MINUTE)
    const { id } = await bank.made(order(a, b, 9000, { scheduledTimestamp }))
    await bank.confirm(id)
    bank.clock.advance(2 * MINUTE)
    const [cancelled] = await between(lockRow('sandbox_send', id), (ctx) => cancelSend(ctx, id, undefined), runDue)
    expect(cancelled).toMatchObject({ ok: true, value: { state: 'CANCELLED' } })
    await bank.pass(0)
    expect(await bank.balance(a)).toBe(9000)
  })

  it('is answered at the very moment at which its challenge ends', async () => {
    const [a, b] = [await bank.account('EUR', 9000), await bank.payee()]
    const { id } = await bank.made(order(a, b, 9000))
    const challengeId = await challenge(id)
    bank.clock.advance(programme.challenge.lifeMs)
    const first = (ctx: ActorCtx) => verify(ctx, challengeId)
    const [answered] = await between(lockRow('sandbox_challenge', challengeId), first, runDue)
    expect(answered).toEqual({ ok: false, refusal: 'VERIFICATION_CODE_EXPIRED' })
    expect(await bank.stateOf(id)).toBe('PENDING_CHALLENGE')
    expect(await bank.balance(a)).toBe(9000)
  })
})
