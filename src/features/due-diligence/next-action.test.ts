import { expect, test } from 'vitest'
import { type Known, nextAction } from './next-action'

const known = (change: Partial<Known> & { email?: boolean; mobile?: boolean } = {}): Known => ({
  outcome: 'approved',
  root: { emailVerified: change.email ?? true, mobileNumberVerified: change.mobile ?? true },
  isRoot: true,
  ...change,
})

test('says nothing to whoever has nothing to do, and nothing while that is not known', () => {
  expect(nextAction(known())).toBeUndefined()
  expect(nextAction(known({ outcome: undefined }))).toBeUndefined()
  expect(nextAction(known({ root: undefined, outcome: 'start' }))).toBeUndefined()
})

test('asks for the address before the check, and for the phone where the check does not wait for somebody else', () => {
  expect(nextAction(known({ outcome: 'start', email: false, mobile: false }))).toBe('email')
  expect(nextAction(known({ outcome: 'start', mobile: false }))).toBe('mobile')
  expect(nextAction(known({ outcome: 'start' }))).toBe('start')
  expect(nextAction(known({ outcome: 'review', mobile: false }))).toBe('review')
  expect(nextAction(known({ outcome: 'go-on' }))).toBe('go-on')
})

test('a phone that was changed is the next action of its owner alone', () => {
  expect(nextAction(known({ mobile: false }))).toBe('mobile')
  expect(nextAction(known({ mobile: false, isRoot: false }))).toBeUndefined()
})

test('whoever was rejected is asked for nothing more', () => {
  expect(nextAction(known({ outcome: 'rejected', email: false }))).toBe('rejected')
})
