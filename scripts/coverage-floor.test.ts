import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverageReport, type Fact, wholeSections } from './coverage-floor'

const facts: Fact[] = JSON.parse(readFileSync('contract/facts/operations.json', 'utf8'))
const inFloor = facts.filter(({ section }) => wholeSections.some((one) => one === section)).map((f) => f.operationId)

test('a run that reached the 46 operations of the whole sections passes, whatever else is missing', () => {
  expect(inFloor).toHaveLength(46)
  const { failures, reached, lines } = coverageReport(facts, new Set(inFloor))
  expect(failures).toEqual([])
  expect(reached).toBe(46)
  expect(lines.find(({ section }) => section === 'transfers')).toMatchObject({ of: 4, missing: { length: 4 } })
})

test.each(inFloor)('a run that did not reach %s fails, and says so', (left) => {
  const { failures } = coverageReport(facts, new Set(inFloor.filter((id) => id !== left)))
  expect(failures).toHaveLength(1)
  expect(failures[0]).toContain(left)
})

test('an empty record, one of something else, and a floor for a section that is none fail', () => {
  expect(coverageReport(facts, new Set(), { whole: [] }).failures).toHaveLength(1)
  expect(coverageReport(facts, new Set([...inFloor, 'walkTheDog'])).failures.join()).toContain('walkTheDog')
  expect(coverageReport(facts, new Set(inFloor), { whole: ['accesses'] }).failures).toEqual([
    'The API has no section accesses.',
  ])
})

test('what is newer than the index may be reached, and does not count', () => {
  const noted = new Set([...inFloor, 'feesGet'])
  expect(coverageReport(facts, noted).failures.join()).toContain('feesGet')
  expect(coverageReport(facts, noted, { newer: ['feesGet'] })).toMatchObject({ reached: 46, failures: [] })
})
