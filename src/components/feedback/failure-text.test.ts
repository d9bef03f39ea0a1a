import { expect, test } from 'vitest'
import { SecureFailure } from '@/components/secure/secure-failure'
import { failureText } from './failure-text'

test('over a limit, the sentence says which and how much', () => {
  const said = (kind: string) => {
    const limit = { currency: 'EUR', kind, allowed: 100_00, spent: 60_00 }
    const error = Object.assign(new Error(), {
      name: 'ApiError',
      status: 403,
      code: 'LIMIT_EXCEEDED',
      fields: {},
      limit,
    })
    return failureText(error, { write: true }).replaceAll('\u00a0', ' ')
  }
  expect(said('perPayment')).toContain('at most EUR 100.00 at once')
  expect(said('perDay')).toContain('at most EUR 100.00 a day, and EUR 60.00 of it is used today')
})

test('a list that is too long to be searched through says what to do', () => {
  const error = Object.assign(new Error(), { name: 'ApiError', status: 422, code: 'LIST_TOO_LONG', fields: {} })
  expect(failureText(error)).toContain('Choose a shorter time')
})

test('what a protected field could not do is said in its own words, and never as perhaps done', () => {
  expect(failureText(new SecureFailure('SCRIPT_LATE'), { write: true })).toContain('The connection may be slow')
})
