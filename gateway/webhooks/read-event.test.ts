import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventPermissions } from '../../contract/console/events'
import { webhooks } from '../../contract/events'
import { valuesOf } from '../../test/contract/arbitrary'
import { readEvent } from './read-event'
import { readings } from './readings'

test('of every webhook it is known where it says whom it is about, and who may see it', () => {
  expect(Object.keys(readings).sort()).toEqual(webhooks.map(({ id }) => id).sort())
  for (const { section } of webhooks) expect(eventPermissions[section], section).toBeDefined()
})

test.each(webhooks.map((hook) => [hook.id, hook] as const))('%s: every path leads to a value', (id, hook) => {
  const reading = readings[id] ?? {}
  const [payload] = fc.sample(valuesOf(hook.payload, { complete: true }), { numRuns: 1, seed: 7 })
  const facts = readEvent(id, payload)
  expect(facts.owner !== undefined, 'owner').toBe(reading.owner !== undefined)
  expect(facts.person !== undefined, 'person').toBe(reading.person !== undefined)
  expect(facts.resource !== undefined, 'resource').toBe(reading.resource !== undefined)
  expect(facts.state !== undefined, 'state').toBe(reading.state !== undefined)
  expect(facts.subjects.length > 0).toBe(reading.resource !== undefined)
  expect(facts.owner ?? facts.person ?? facts.subjects[0], 'somebody whom it concerns').toBeDefined()
})

test('what is not there, or is no text, is left out', () => {
  for (const payload of [undefined, null, 7, 'text', [], {}, { owner: null, id: { id: 7, type: {} } }])
    expect(readEvent('managed_accounts_deposits_watch', payload)).toMatchObject({
      owner: undefined,
      resource: undefined,
      subjects: [],
    })
  expect(readEvent('nobody_knows', {}).subjects).toEqual([])
  expect(readEvent('bulk_process_end', { bulkId: '9'.repeat(101) }).resource).toBeUndefined()
})

test('a send is not of whoever is paid by it', () => {
  const instrument = (id: string) => ({ type: 'managed_accounts', id })
  const send = { id: { type: 'send', id: '5' }, source: instrument('1'), destination: instrument('2') }
  expect(readEvent('send_watch', { send }).subjects.map(({ id }) => id)).toEqual(['5', '1'])
})
