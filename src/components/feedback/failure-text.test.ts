import { expect, test } from 'vitest'
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
