import { expect, test } from 'vitest'
import { webhooks } from '#contract/events'
import { eventKinds } from './kinds'
import { toEventListQuery } from './query'
import { eventListSearch } from './search'
import { toneOf, wordsOf } from './state-looks'
import { kindText, subjectText } from './text'

test('every webhook of the contract has a name here and can be looked for', () => {
  expect([...eventKinds].sort()).toEqual(webhooks.map(({ id }) => id).sort())
})

test('what is newer than this page keeps its own name', () => {
  expect(kindText('managed_loans_watch')).toBe('Managed loans')
  expect(subjectText('managed_loans')).toBe('Managed loans')
  expect(subjectText('constructor')).toBe('Constructor')
  expect(wordsOf('PENDING_CHALLENGE')).toBe('Pending challenge')
  expect([toneOf('COMPLETED'), toneOf('FAILED'), toneOf('PENDING'), toneOf('UPDATED')]).toEqual([
    'good',
    'bad',
    'wait',
    'neutral',
  ])
})

test('the address is read strictly, and days mean the person’s days', () => {
  const found = eventListSearch({ webhook: 'nobody', state: 'COMPLETED', resource: 77, from: '2026-03-29', after: 'x' })
  expect(found).toEqual({ state: 'COMPLETED', resource: '77', from: '2026-03-29' })
  expect(toEventListQuery({ ...found, to: '2026-03-29' }, 'Europe/Malta')).toEqual({
    limit: 50,
    state: 'COMPLETED',
    resource: '77',
    from: Date.parse('2026-03-28T23:00:00Z'),
    to: Date.parse('2026-03-29T22:00:00Z'),
  })
})
