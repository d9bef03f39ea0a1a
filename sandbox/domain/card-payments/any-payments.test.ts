import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { openBank } from '../../testing/bank'
import { buy, giveBack, moneyOn, settleDue } from '../../testing/card-payments'
import { debitOrder, loadCard, openCard } from '../../testing/cards'
import { releasePayment } from './release-payment'
import { settlePayment } from './settle-payment'

const amount = fc.integer({ min: 1, max: 3000 })
const which = fc.nat({ max: 20 })
const deed = fc.oneof(
  fc.record({
    what: fc.constant('buy' as const),
    amount,
    debit: fc.boolean(),
    atm: fc.boolean(),
    currency: fc.constantFrom('EUR', 'GBP', 'JPY'),
    categoryCode: fc.constantFrom('5942', '7011'),
  }),
  fc.record({ what: fc.constant('refund' as const), amount, debit: fc.boolean() }),
  fc.record({ what: fc.constant('settle' as const), which, amount, moreToCome: fc.boolean() }),
  fc.record({ what: fc.constant('release' as const), which, by: fc.constantFrom('REVERSAL', 'CANCELLATION') }),
  fc.record({ what: fc.constant('wait' as const), ms: fc.constantFrom(1000, 6000, 31 * 24 * 60 * 60_000) }),
)

onEachEngine('card payments in any order', (open) => {
  it('keep the books, and hold nothing in the end', async () => {
    const clock = createClock()
    const bank = await openBank(await open(), { clock })
    const prepaid = (await openCard(bank)).id
    await loadCard(bank, prepaid, 8000)
    const account = await bank.account('EUR', 8000)
    const debit = (await openCard(bank, debitOrder(account))).id
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
        const made: string[] = []
        for (const one of deeds) {
          const id = 'which' in one ? (made[one.which % Math.max(made.length, 1)] ?? '404') : ''
          if (one.what === 'buy') {
            const { debit: isDebit, categoryCode, what: _, ...order } = one
            const { id: bought } = await buy(bank, isDebit ? debit : prepaid, { ...order, merchant: { categoryCode } })
            if (bought !== undefined) made.push(bought)
          } else if (one.what === 'refund') await giveBack(bank, one.debit ? debit : prepaid, { amount: one.amount })
          else if (one.what === 'settle') await bank.run((ctx) => settlePayment(ctx, id, one))
          else if (one.what === 'release') await bank.run((ctx) => releasePayment(ctx, id, one.by))
          else {
            clock.advance(one.ms)
            await settleDue(bank)
          }
        }
        expect(await bank.broken()).toEqual([])
      }),
      { numRuns: 12 },
    )
    clock.advance(60 * 24 * 60 * 60_000)
    await settleDue(bank)
    for (const id of [prepaid, account]) {
      const { actual, available } = await moneyOn(bank, id)
      expect(available).toBe(actual)
    }
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  it('cannot spend the same money twice at once', async () => {
    const bank = await openBank(await open())
    const card = (await openCard(bank)).id
    await loadCard(bank, card, 1000)
    const results = await Promise.all([1, 2, 3, 4].map(() => buy(bank, card, { amount: 400 })))
    expect(results.map(({ code }) => code).sort()).toEqual([
      'APPROVED',
      'APPROVED',
      'DENIED_NOT_ENOUGH_FUNDS',
      'DENIED_NOT_ENOUGH_FUNDS',
    ])
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 200 })
    await bank.close()
  })
})
