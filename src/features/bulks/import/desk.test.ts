import { beforeEach, describe, expect, test } from 'vitest'
import { bulksTransferCreate } from '#contract/bulks'
import { problemSentence } from '../forms/say-problem'
import { testAccounts } from '../forms/test-accounts'
import { createDesk } from './desk'
import type { DraftStore, StoredDraft, StoredFile } from './draft-store'
import type { Changes } from './sheet'

const around = {
  accounts: testAccounts,
  currencies: ['EUR', 'GBP'],
  now: Date.UTC(2026, 10, 20),
  zone: 'UTC',
}
const header = 'source account,destination account,amount,currency,description'
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer

function memoryStore(): DraftStore & { drafts: Map<string, { file: StoredFile; changes?: Changes }> } {
  const drafts = new Map<string, StoredDraft>()
  return {
    drafts,
    saveFile: async (id, file) => void drafts.set(id, { file }),
    saveChanges: async (id, changes) => {
      const draft = drafts.get(id)
      if (draft) drafts.set(id, { ...draft, changes: structuredClone(changes) })
    },
    load: async (id) => drafts.get(id),
    remove: async (id) => void drafts.delete(id),
  }
}

let store = memoryStore()
let desk = createDesk(store)
beforeEach(() => {
  store = memoryStore()
  desk = createDesk(store)
})

async function open(text: string) {
  const opened = await desk.open({ name: 'run.csv', bytes: bytes(text), around })
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened
}
const shown = async () => (await desk.rows({ from: 0, to: 100 })).rows
const saved = () => new Promise((resolve) => setImmediate(resolve))

describe('opening', () => {
  test('a known template is checked at once, with the rows’ own numbers', async () => {
    const { file, summary } = await open(`${header}\n101,102,5.00,EUR,a\n\n101,102,1e3,EUR,b\n`)
    expect(file).toMatchObject({ known: true, rows: 2, delimiter: ',', askDecimalMark: false })
    expect(file.columns[0]?.samples).toEqual(['101', '101'])
    expect(summary).toMatchObject({ rows: 2, sound: 1, errorRows: 1, shown: 2 })
    expect((await shown()).map((row) => row.number)).toEqual([2, 4])
  })

  test.each([
    ['', 'EMPTY'],
    ['a^b\n1^2', 'ONE_COLUMN'],
    ['%PDF-1', 'NOT_TEXT'],
  ])('%j is refused with its own problem', async (text, code) => {
    expect(await desk.open({ name: 'x', bytes: bytes(text), around })).toMatchObject({ ok: false, problem: { code } })
  })

  test('semicolons with decimal commas need no question', async () => {
    const { file, summary } = await open('source;destination;amount;currency\n101;102;12,50;EUR\n')
    expect(file).toMatchObject({ known: true, decimalMark: ',', delimiter: ';' })
    expect(summary.totals.currencies).toMatchObject([{ currency: 'EUR', amount: 1250 }])
  })

  test('amounts that can be read both ways are asked about once', async () => {
    const { file } = await open('source;destination;amount;currency\n101;102;1,500;EUR\n')
    expect(file).toMatchObject({ known: false, askDecimalMark: true, doubtfulAmounts: ['1,500'] })
  })

  test('ten thousand and one rows are opened; the last is told that it is too many, and can be set aside', async () => {
    const lines = Array.from({ length: 10_001 }, (_, i) => `101,102,0.01,EUR,${i}`)
    const { summary } = await open([header, ...lines].join('\n'))
    expect(summary).toMatchObject({ rows: 10_001, errorRows: 1 })
    expect(summary.causes[0]).toMatchObject({ code: 'OVER_LIMIT', rows: 1, example: { row: 10_002 } })
    const after = await desk.setCauseAside({ key: 'row.OVER_LIMIT' })
    expect(after).toMatchObject({ included: 10_000, aside: 1, errorRows: 0 })
  })

  test('a duplicated column keeps the file and waits for the choice', async () => {
    const { file, summary } = await open('source,destination,amount,amount,currency\n101,102,1.00,2.00,EUR\n')
    expect(file.mapping.amount).toBeUndefined()
    expect(summary.causes.map((c) => c.key)).toEqual(['amount.REQUIRED'])
    const mapped = await desk.map({ mapping: { ...file.mapping, amount: 3 }, decimalMark: '.' })
    expect(mapped.totals.currencies[0]?.amount).toBe(200)
  })
})

describe('repairing', () => {
  const text = `${header}\n101,102,5.00,EUR,a\n101,105,1e3,EUR,b\n102,101,7.00,eur,c\n102,101,8.00,gbp,d\n`

  test('causes have counts, and choosing one filters', async () => {
    const { summary } = await open(text)
    expect(summary.causes.map((c) => [c.key, c.rows, c.cure])).toEqual([
      ['destination.ACCOUNT_BLOCKED', 1, undefined],
      ['amount.AMOUNT_SCIENTIFIC', 1, undefined],
      ['currency.CURRENCY_CASE', 2, 'UPPERCASE'],
      ['currency.CURRENCY_MISMATCH', 1, undefined],
    ])
    expect(await desk.show({ kind: 'cause', key: 'currency.CURRENCY_CASE' })).toMatchObject({ shown: 2 })
    expect((await shown()).map((r) => r.number)).toEqual([4, 5])
    expect(await desk.show({ kind: 'problems' })).toMatchObject({ shown: 3 })
  })

  test('an edit checks the row again and does not make it run away', async () => {
    await open(text)
    await desk.show({ kind: 'problems' })
    await desk.edit({ index: 1, field: 'amount', value: '9.00' })
    const { summary, row } = await desk.edit({ index: 1, field: 'destination', value: 'Payroll' })
    expect(row).toMatchObject({ problems: [], edited: true, cells: { amount: '9.00' } })
    expect(summary).toMatchObject({ errorRows: 2, sound: 2 })
    expect((await shown()).map((r) => r.number)).toEqual([3, 4, 5])
  })

  test('a cure heals what it can, and only that', async () => {
    await open(text)
    const { summary, cured, left } = await desk.cure({ key: 'currency.CURRENCY_CASE' })
    expect({ cured, left }).toEqual({ cured: 2, left: 0 })
    expect(summary.causes.map((c) => c.code)).not.toContain('CURRENCY_CASE')
    expect(summary.causes.map((c) => c.code)).toContain('CURRENCY_MISMATCH')
  })

  test('a row set aside counts nowhere and can be brought back', async () => {
    await open(text)
    expect(await desk.setAside({ index: 1, aside: true })).toMatchObject({ included: 3, aside: 1, errorRows: 2 })
    expect(await desk.show({ kind: 'aside' })).toMatchObject({ shown: 1 })
    expect(await desk.setAside({ index: 1, aside: false })).toMatchObject({ included: 4, errorRows: 3 })
  })

  test('warnings do not block', async () => {
    const { summary } = await open(`${header}\n101,102,5.00,EUR,a\n101,102,5.00,EUR,a\n103,104,900.00,GBP,b\n`)
    expect(summary).toMatchObject({ errorRows: 0, warningRows: 2, sound: 3 })
    expect(summary.shortfalls).toMatchObject([{ name: 'UK operating', number: 4, by: 70_000 }])
    expect((await desk.body({ profileId: '3001' })).rows).toBe(3)
  })

  test('the rows to repair come with reasons, and nothing in them runs', async () => {
    await open(`${header}\n101,102,5.00,EUR,ok\n101,102,x,EUR,"=HYPERLINK(1)"\n`)
    const csv = await (await desk.problemFile({ which: 'problems' })).text()
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'row,source account,destination account,amount,currency,description,reason',
      "3,101,102,x,EUR,'=HYPERLINK(1),“x” is not an amount. Write it as 1234.50.",
      '',
    ])
  })
})

describe('submitting', () => {
  const text = `${header}\nOperating,Payroll,5.00,EUR,Rent\n101,102,1.05,EUR,\n`

  test('the body is what the contract asks for', async () => {
    await open(text)
    const { body } = await desk.body({ profileId: '3001' })
    const parsed = bulksTransferCreate.body.parse(JSON.parse(await body.text()))
    expect(parsed).toEqual([
      {
        pathParams: {},
        requestBody: {
          profileId: '3001',
          source: { id: '101', type: 'managed_accounts' },
          destination: { id: '102', type: 'managed_accounts' },
          destinationAmount: { currency: 'EUR', amount: 500 },
          description: 'Rent',
        },
      },
      {
        pathParams: {},
        requestBody: {
          profileId: '3001',
          source: { id: '101', type: 'managed_accounts' },
          destination: { id: '102', type: 'managed_accounts' },
          destinationAmount: { currency: 'EUR', amount: 105 },
        },
      },
    ])
  })

  test('is refused while a row has an error', async () => {
    await open(`${header}\n101,102,x,EUR,\n`)
    await expect(desk.body({ profileId: '3001' })).rejects.toThrow('NOT_READY')
  })

  test('the reference follows the content: same content same reference, a change another, a new opening another', async () => {
    await open(text)
    const first = (await desk.body({ profileId: '3001' })).reference
    expect((await desk.body({ profileId: '3001' })).reference).toBe(first)
    await desk.edit({ index: 0, field: 'amount', value: '6.00' })
    expect((await desk.body({ profileId: '3001' })).reference).not.toBe(first)
    await desk.edit({ index: 0, field: 'amount', value: '5.00' })
    expect((await desk.body({ profileId: '3001' })).reference).toBe(first)
    await open(text)
    expect((await desk.body({ profileId: '3001' })).reference).not.toBe(first)
  })
})

describe('the draft', () => {
  test('comes back with edits, rows set aside and the reference it had', async () => {
    const { draftId } = await open(`${header}\n101,102,1.00,EUR,a\n101,102,x,EUR,b\n101,102,3.00,EUR,c\n`)
    await desk.edit({ index: 1, field: 'amount', value: '2.00' })
    await desk.edit({ index: 1, field: 'tag', value: 'late' })
    await desk.setAside({ index: 2, aside: true })
    const { reference } = await desk.body({ profileId: '3001' })
    await saved()

    const later = createDesk(store)
    const restored = await later.restore({ draftId, around })
    expect(restored).toMatchObject({ ok: true, draftId, summary: { included: 2, aside: 1, errorRows: 0 } })
    const { rows } = await later.rows({ from: 0, to: 3 })
    expect(rows[1]).toMatchObject({ cells: { amount: '2.00', tag: 'late' }, edited: true })
    expect((await later.body({ profileId: '3001' })).reference).toBe(reference)
  })

  test('goes when it is forgotten or another file is opened', async () => {
    const { draftId } = await open(`${header}\n101,102,1.00,EUR,a\n`)
    expect([...store.drafts.keys()]).toEqual([draftId])
    const { draftId: next } = await open(`${header}\n101,102,1.00,EUR,b\n`)
    expect([...store.drafts.keys()]).toEqual([next])
    await desk.forget({})
    expect(store.drafts.size).toBe(0)
    expect(await desk.restore({ draftId, around })).toBeUndefined()
  })

  test('a store that fails keeps nobody from working', async () => {
    const no = () => Promise.reject(new Error('QuotaExceededError'))
    desk = createDesk({ saveFile: no, saveChanges: no, load: no, remove: no })
    await open(`${header}\n101,102,1.00,EUR,a\n`)
    await desk.edit({ index: 0, field: 'amount', value: '2.00' })
    expect((await desk.body({ profileId: '3001' })).rows).toBe(1)
  })
})

test('every problem of a thoroughly bad file has a row, a column and a sentence', async () => {
  const { summary } = await open(`${header}\n,,,,\n9,9,1e3,e,Zoë\n105,Twin,0,CHF,\n`)
  for (const { example } of summary.causes) {
    expect(example.row).toBeGreaterThan(1)
    expect(problemSentence(example)).not.toBe('')
  }
})
