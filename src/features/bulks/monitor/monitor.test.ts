import { describe, expect, test } from 'vitest'
import type { BulkProcessDetails, BulkProcessStatus } from '#contract/bulks'
import { bulkStatuses } from '../search'
import { bulkActionIds, mayDo } from './bulk-actions'
import { countsOf, isFinal } from './counts'
import { failureCode, groupFailures } from './failures'
import { milestones } from './milestones'
import { prettyPayload, readRow } from './read-row'
import { sayBulk } from './say-bulk'

type Parts = Partial<Record<'SUBMITTED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED', number>>
const bulk = (status: BulkProcessStatus, parts: Parts, more: Partial<BulkProcessDetails> = {}): BulkProcessDetails => ({
  bulkId: '1',
  status,
  submittedItemsCount: Object.values(parts).reduce((sum, n) => sum + n, 0),
  operation: '/transfers',
  operationStatusCounts: (['SUBMITTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const).flatMap((s) =>
    parts[s] ? [{ status: s, count: parts[s] }] : [],
  ),
  ...more,
})
const counts = (parts: Parts) => countsOf(bulk('RUNNING', parts))

test('counts of statuses that the answer leaves out are nothing', () => {
  expect(counts({ COMPLETED: 3, FAILED: 1, SUBMITTED: 6 })).toEqual({
    SUBMITTED: 6,
    RUNNING: 0,
    COMPLETED: 3,
    FAILED: 1,
    CANCELLED: 0,
    total: 10,
    settled: 4,
  })
})

describe('milestones', () => {
  test('nothing is said at the first look, however far the bulk is', () => {
    expect(milestones(undefined, counts({ COMPLETED: 90, SUBMITTED: 10 }))).toEqual([])
  })
  test('a whole run in many steps says four quarters and one failure', () => {
    const said = []
    let before = counts({ SUBMITTED: 200 })
    for (let done = 1; done <= 200; done += 1) {
      const failed = Math.floor(done / 20)
      const after = counts({ COMPLETED: done - failed, FAILED: failed, SUBMITTED: 200 - done })
      said.push(...milestones(before, after))
      before = after
    }
    expect(said.map((m) => (m.kind === 'share' ? m.percent : m.kind))).toEqual(['failure', 25, 50, 75, 100])
  })
  test('several quarters in one step are said once', () => {
    expect(milestones(counts({ SUBMITTED: 100 }), counts({ COMPLETED: 80, SUBMITTED: 20 }))).toEqual([
      { kind: 'share', percent: 75 },
    ])
  })
})

describe('failures', () => {
  test.each([
    ['{"errorCode":"FUNDS_INSUFFICIENT"}', 'FUNDS_INSUFFICIENT'],
    ['{"code":"NOT_FOUND","message":"x"}', 'NOT_FOUND'],
    ['{"message":"m","syntaxErrors":{"invalidFields":[]}}', 'INVALID_REQUEST'],
    ['{}', 'UNKNOWN'],
    ['null', 'UNKNOWN'],
    ['<html>', 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
  ])('the code of %j is %s', (payload, code) => {
    expect(failureCode(payload)).toBe(code)
  })
  test('are grouped, most frequent first, with the first row of each', () => {
    const row = (sequence: number, code: string) => ({ sequence, responsePayload: JSON.stringify({ errorCode: code }) })
    expect(groupFailures([row(9, 'A'), row(4, 'B'), row(7, 'B'), row(2, 'A'), row(5, 'B')])).toEqual([
      { code: 'B', count: 3, firstSequence: 4 },
      { code: 'A', count: 2, firstSequence: 2 },
    ])
  })
})

describe('what has happened, in words', () => {
  test.each([
    [
      bulk('SUBMITTED', { SUBMITTED: 10_000 }),
      /^Submitted, not started\. 10,000 transfers wait, and no money has moved/,
    ],
    [bulk('SUBMITTED', { SUBMITTED: 1 }), /One transfer waits/],
    [bulk('RUNNING', { COMPLETED: 3, SUBMITTED: 7 }), /^Running\. 3 of 10 rows/],
    [bulk('PAUSED', { COMPLETED: 3, SUBMITTED: 7 }), /7 rows wait and nothing moves/],
    [bulk('COMPLETED', { COMPLETED: 10 }), /^All 10 transfers were carried out\.$/],
    [bulk('PARTIALLY_COMPLETED', { COMPLETED: 8, FAILED: 2 }), /^8 transfers were carried out, 2 failed\.$/],
    [bulk('FAILED', { FAILED: 1 }), /^No transfer was carried out\. One failed\.$/],
    [
      bulk('CANCELLED', { COMPLETED: 4, CANCELLED: 6 }),
      /^Cancelled\. 4 transfers had been carried out, 6 were not run and never will be\.$/,
    ],
    [bulk('CANCELLED', { CANCELLED: 6 }), /No transfer had been carried out, 6 were not run/],
  ])('case %#', (is, words) => {
    expect(sayBulk(is)).toMatch(words)
  })
  test.each([
    [
      '/users/_user_id_/invite',
      'Submitted, not started. 2 invitations wait, and no e-mail has left. It does not expire.',
    ],
    ['/sends', 'Submitted, not started. 2 rows wait. It does not expire.'],
  ])('a bulk of %s is not spoken of as transfers', (operation, words) => {
    expect(sayBulk(bulk('SUBMITTED', { SUBMITTED: 2 }, { operation }))).toBe(words)
    for (const status of bulkStatuses)
      expect(sayBulk(bulk(status, { COMPLETED: 1, FAILED: 1 }, { operation }))).not.toMatch(/transfer|money/)
  })
  test('stopping at row 3 says that two are done, one failed and the rest never ran', () => {
    const stopped = bulk(
      'PARTIALLY_COMPLETED',
      { COMPLETED: 2, FAILED: 1, CANCELLED: 4312 },
      { mode: 'ON_FAILURE_STOP' },
    )
    expect(sayBulk(stopped)).toBe(
      '2 transfers were carried out, one failed; 4,312 were not run. It was told to stop at the first failure, and did.',
    )
  })
})

test('each state allows what the API allows', () => {
  const allowed = Object.fromEntries(bulkStatuses.map((s) => [s, bulkActionIds.filter((action) => mayDo(action, s))]))
  expect(allowed).toEqual({
    SUBMITTED: ['execute', 'cancel'],
    RUNNING: ['pause', 'cancel'],
    PAUSED: ['resume', 'cancel'],
    COMPLETED: [],
    PARTIALLY_COMPLETED: [],
    FAILED: [],
    CANCELLED: [],
  })
  expect(bulkStatuses.filter(isFinal)).toEqual(['COMPLETED', 'PARTIALLY_COMPLETED', 'FAILED', 'CANCELLED'])
})

test('payloads are read with care', () => {
  const row = { operationId: '1', sequence: 1, method: 'POST', path: '/transfers', status: 'COMPLETED' } as const
  const order = {
    source: { id: '1' },
    destination: { id: '2' },
    destinationAmount: { currency: 'EUR', amount: 5 },
  }
  const done = {
    ...row,
    requestPayload: JSON.stringify(order),
    responsePayload: JSON.stringify({ id: '9', state: 'SCHEDULED' }),
  }
  expect(readRow(done)).toEqual({ order, transfer: { id: '9', state: 'SCHEDULED' } })
  expect(readRow({ ...done, status: 'FAILED' }).transfer).toBeUndefined()
  expect(readRow({ ...row, requestPayload: 'oops', responsePayload: '[]' })).toEqual({})
  expect(prettyPayload('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
  expect(prettyPayload('not json')).toBe('not json')
})
