import { afterEach, expect, it, vi } from 'vitest'
import { inviteSearch, linkedCode } from './link'

afterEach(() => {
  vi.unstubAllGlobals()
  linkedCode.forget()
})

it('reads a link as it stands in an e-mail, with ids too long for a number', () => {
  const id = '115123456789012345'
  vi.stubGlobal('location', { search: `?user_id=${id}&nonce=123456&email=ivy%40northwind.example` })
  const parsed = { user_id: Number(id), nonce: 123456, email: 'ivy@northwind.example' }
  expect(inviteSearch(parsed)).toEqual({ user_id: id, nonce: '123456', email: 'ivy@northwind.example' })
})

it.each([
  ['a code with a zero in front', { nonce: '012345' }, { nonce: '012345' }],
  ['a code of another form', { nonce: '12345' }, {}],
  ['an id that is none', { user_id: 'x7' }, {}],
  ['an address', { email: 'ivy@northwind.example' }, { email: 'ivy@northwind.example' }],
  ['a sentence in the place of an address', { email: 'you. Call 0800 1 now, or write to a@b' }, {}],
  ['a step', { step: 'phone' }, { step: 'phone' }],
  ['a step that there is not', { step: 'moon' }, {}],
])('%s', (_, search, expected) => {
  vi.stubGlobal('location', { search: '' })
  expect(inviteSearch(search)).toEqual(expected)
})

it('holds the code for the person of the link alone', () => {
  linkedCode.set('7', '123456')
  expect([linkedCode.of('7'), linkedCode.of('8')]).toEqual(['123456', undefined])
})
