import { expect, test } from 'vitest'
import { toAuditFilters, toAuditQuery } from './query'
import { auditSearch } from './search'

const zone = 'Europe/Berlin'

test('an address that makes no sense is read as far as it does', () => {
  expect(auditSearch({ outcome: 'MAYBE', section: 'no-such', person: 'x', from: '2026-02-30', before: -1 })).toEqual({})
  expect(auditSearch({ outcome: 'DONE', section: 'transfers', text: 12, before: 7 })).toEqual({
    outcome: 'DONE',
    section: 'transfers',
    text: '12',
    before: 7,
  })
})

test('days are whole days of the zone, in summer and when the clocks change', () => {
  const day = { from: '2026-03-29', to: '2026-03-29' }
  const { from = 0, to = 0 } = toAuditFilters(day, zone)
  expect(new Date(from).toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(new Date(to).toISOString()).toBe('2026-03-29T21:59:59.999Z')
})

test('a page is asked for in one direction; an export is never of a page', () => {
  expect(toAuditQuery({ before: 9, after: 3 }, zone)).toEqual({ limit: 50, before: 9 })
  expect(toAuditQuery({ after: 0 }, zone)).toEqual({ limit: 50, after: 0 })
  expect(toAuditFilters({ before: 9, outcome: 'DONE' }, zone)).toEqual({ outcome: 'DONE' })
})
