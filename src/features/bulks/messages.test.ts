import { expect, test } from 'vitest'
import { bulkIdExecute, bulksTransferCreate } from '#contract/bulks'
import { transferCreate } from '#contract/transfers'
import { userInviteSend } from '#contract/user-invites'
import { problemCodes } from './forms/problem'
import { causeTitle, problemSentence, problemSentenceAt } from './forms/say-problem'
import { fileSentence } from './import/say-file'
import { rowSentences, runSentences, submitSentences } from './messages'

test('every documented refusal has a sentence', () => {
  expect(Object.keys(submitSentences()).sort()).toEqual([...bulksTransferCreate.errors[409]].sort())
  expect(Object.keys(runSentences()).sort()).toEqual([...bulkIdExecute.errors[409]].sort())
  expect(Object.keys(rowSentences()).sort()).toEqual(
    [...transferCreate.errors[409], ...userInviteSend.errors[409]].sort(),
  )
})

test('every problem has a sentence and a title of its own, with nothing left to fill in', () => {
  const params = {
    account: 'A',
    accountCurrency: 'GBP',
    also: 2,
    alsoFailing: 2,
    characters: '!',
    count: 2,
    currency: 'EUR',
    first: 3,
    length: 300,
    limit: 10_000,
    short: 5,
    suggestion: 'S',
    supported: 'EUR',
    zone: 'UTC',
  }
  const sentences = problemCodes.map((code) => problemSentence({ row: 7, field: 'source', code, value: 'v', params }))
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|^$/)
  expect(new Set(sentences).size).toBe(problemCodes.length)
  expect(new Set(problemCodes.map((code) => causeTitle(code, 'source'))).size).toBe(problemCodes.length)
})

test('a sentence apart from its cell says where it belongs', () => {
  const problem = { row: 1751, field: 'amount', code: 'AMOUNT_HEX', value: '0x10' } as const
  expect(problemSentenceAt(problem)).toMatch(/^Row 1751, amount: “0x10” is a hexadecimal number\./)
})

test('a balance that runs out says by how much and what follows', () => {
  const said = (alsoFailing: number) =>
    problemSentence({
      row: 4,
      field: 'row',
      code: 'BALANCE_RUNS_OUT',
      value: '',
      params: { account: 'Payroll', currency: 'EUR', short: 1250, alsoFailing },
    })
  expect(said(0)).toBe('Payroll would run short here by EUR\u00a012.50.')
  expect(said(1)).toBe('Payroll would run short here by EUR\u00a012.50. One later row would fail too.')
  expect(said(2)).toBe('Payroll would run short here by EUR\u00a012.50. 2 later rows would fail too.')
})

test('each file that cannot be opened has a sentence of its own', () => {
  const sentences = [
    fileSentence({ code: 'EMPTY' }),
    fileSentence({ code: 'HEADER_ONLY' }),
    fileSentence({ code: 'ONE_COLUMN', header: 'a^b' }),
    fileSentence({ code: 'OPEN_QUOTE', row: 3 }),
    fileSentence({ code: 'TOO_MANY_ROWS', rows: 60_000, limit: 50_000 }),
    fileSentence({ code: 'TOO_LARGE', bytes: 30 * 1024 * 1024, limit: 25 * 1024 * 1024 }),
    fileSentence({ code: 'NOT_TEXT', kind: 'XLSX' }),
    fileSentence({ code: 'NOT_TEXT', kind: 'PDF' }),
    fileSentence({ code: 'NOT_TEXT', kind: 'BINARY' }),
  ]
  expect(new Set(sentences).size).toBe(sentences.length)
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/)
})
