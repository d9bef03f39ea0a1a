import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { majorText } from '@/lib/money'
import type { KnownAccount } from './account-book'
import { createAccountBook } from './account-book'
import { addUp } from './add-up'
import { checkFile, type FileRow, walkBalances } from './check-file'
import { checkRow } from './check-row'

const currencies = ['JPY', 'EUR', 'KWD'] as const
const accounts: KnownAccount[] = currencies.flatMap((currency, i) =>
  [0, 1].map((n) => ({
    id: `${i}${n}9`,
    name: `${currency} ${n}`,
    currency,
    state: 'ACTIVE' as const,
    available: 1_000_000,
  })),
)
const rules = { book: createAccountBook(accounts), currencies, decimalMark: '.', now: 0, zone: 'UTC' } as const

const row = (index: number, source: number, destination: number, amount: number, more = {}): FileRow => ({
  index,
  number: index + 2,
  sound: true,
  parsed: {
    source,
    destination,
    amount,
    currency: accounts[source]?.currency ?? '',
    description: `${index}`,
    tag: '',
    scheduledAt: 0,
    ...more,
  },
})

describe('addUp', () => {
  test('totals are the integer sums of what the file wrote, for 0, 2 and 3 decimals', () => {
    const written = fc.record({
      currency: fc.constantFrom(...currencies),
      minor: fc.integer({ min: 1, max: 900_000_000_000 }),
      back: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 60 }), (lines) => {
        const rows = lines.map(({ currency, minor, back }, index): FileRow => {
          const [from, to] = back ? [1, 0] : [0, 1]
          const cells = {
            source: `${currency} ${from}`,
            destination: `${currency} ${to}`,
            amount: majorText({ currency, amount: minor }),
            currency,
            description: `${index}`,
            tag: '',
            scheduledAt: '',
          }
          const { parsed, problems } = checkRow(
            { number: index + 2, value: (field) => cells[field], extraCells: [] },
            rules,
          )
          expect(problems).toEqual([])
          return { index, number: index + 2, parsed, sound: true }
        })
        const totals = addUp(rows, accounts)
        expect(totals.rows).toBe(lines.length)
        for (const currency of currencies) {
          const mine = lines.filter((line) => line.currency === currency)
          const found = totals.currencies.find((c) => c.currency === currency)
          const sum = mine.reduce((all, line) => all + BigInt(line.minor), 0n)
          expect(BigInt(found?.amount ?? 0)).toBe(sum)
          expect(found?.rows ?? 0).toBe(mine.length)
          const bySource = totals.sources.filter((s) => s.currency === currency)
          expect(bySource.reduce((all, s) => all + BigInt(s.amount), 0n)).toBe(sum)
          if (mine.length > 0) {
            expect(found?.smallest).toBe(Math.min(...mine.map((l) => l.minor)))
            expect(found?.largest).toBe(Math.max(...mine.map((l) => l.minor)))
          }
        }
      }),
    )
  })

  test('ten thousand of the largest amounts still add up exactly', () => {
    const largest = Math.floor(Number.MAX_SAFE_INTEGER / 10_000)
    const rows = Array.from({ length: 10_000 }, (_, i) => row(i, 2, 3, largest))
    const total = addUp(rows, accounts).currencies[0]?.amount ?? 0
    expect(BigInt(total)).toBe(BigInt(largest) * 10_000n)
    expect(Number.isSafeInteger(total)).toBe(true)
  })

  test('balances after count what comes in and leave scheduled rows out', () => {
    const rows = [row(0, 2, 3, 300), row(1, 3, 2, 50), row(2, 2, 3, 1000, { scheduledAt: 5 })]
    const [first, second] = addUp(rows, accounts).sources
    expect(first).toMatchObject({ name: 'EUR 0', amount: 1300, scheduled: 1000, before: 1_000_000, after: 999_750 })
    expect(second).toMatchObject({ name: 'EUR 1', amount: 50, scheduled: 0, after: 1_000_250 })
  })

  test('rows with errors are not counted', () => {
    expect(addUp([{ ...row(0, 2, 3, 300), sound: false }], accounts)).toEqual({ rows: 0, currencies: [], sources: [] })
  })
})

describe('walkBalances', () => {
  const poor = accounts.map((account) => ({ ...account, available: 100 }))

  test('names the first row that finds too little, by how much, and how many fail', () => {
    const { shortfalls, after } = walkBalances(
      [row(0, 2, 3, 60), row(1, 2, 3, 60), row(2, 2, 3, 70), row(3, 2, 3, 40)],
      poor,
    )
    expect(shortfalls).toEqual([{ account: 2, index: 1, number: 3, currency: 'EUR', by: 20, rows: 2 }])
    expect(after[2]).toBe(0)
    expect(after[3]).toBe(200)
  })

  test('what a row brings in, the next may spend; what failed brings nothing', () => {
    expect(walkBalances([row(0, 2, 3, 100), row(1, 3, 2, 200)], poor).shortfalls).toEqual([])
    expect(walkBalances([row(0, 2, 3, 101), row(1, 3, 2, 101)], poor).shortfalls.map((s) => s.account)).toEqual([2, 3])
  })

  test('later rows are another day’s matter', () => {
    expect(walkBalances([row(0, 2, 3, 999, { scheduledAt: 9 })], poor).shortfalls).toEqual([])
  })

  test('money is neither made nor lost', () => {
    const move = fc.tuple(fc.constantFrom(2, 3), fc.integer({ min: 1, max: 150 }))
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const rows = moves.map(([from, amount], i) => row(i, from, from === 2 ? 3 : 2, amount))
        const { after } = walkBalances(rows, poor)
        expect((after[2] ?? 0) + (after[3] ?? 0)).toBe(200)
        expect(Math.min(...after)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('checkFile', () => {
  test('a twin is warned of with the row it repeats', () => {
    const same = { description: 'x' }
    const found = checkFile([row(0, 2, 3, 5, same), row(1, 2, 3, 6, same), row(2, 2, 3, 5, same)], accounts)
    expect([...found]).toEqual([
      [2, [{ row: 4, field: 'row', code: 'DUPLICATE_ROW', value: '', params: { first: 2 } }]],
    ])
  })

  test('rows beyond ten thousand are told one by one', () => {
    const rows = Array.from({ length: 10_002 }, (_, i) => row(i, 2, 3, 1))
    const over = [...checkFile(rows, accounts)].filter(([, problems]) => problems.some((p) => p.code === 'OVER_LIMIT'))
    expect(over.map(([index]) => index)).toEqual([10_000, 10_001])
  })
})
