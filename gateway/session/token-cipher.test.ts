import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTokenCipher } from './token-cipher'

const cipher = createTokenCipher(randomBytes(32))

test('a token comes back for its own session, and is not readable in between', () => {
  const sealed = cipher.seal('upstream-token', 'session-1')
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('upstream')
  expect(cipher.open(sealed, 'session-1')).toBe('upstream-token')
  expect(cipher.seal('upstream-token', 'session-1')).not.toBe(sealed)
})

test('moved to another session, changed by a bit, cut short, or under another key it does not open', () => {
  const sealed = cipher.seal('upstream-token', 'session-1')
  const bytes = Buffer.from(sealed, 'base64')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  expect(cipher.open(sealed, 'session-2')).toBeUndefined()
  expect(cipher.open(bytes.toString('base64'), 'session-1')).toBeUndefined()
  expect(cipher.open(sealed.slice(0, 20), 'session-1')).toBeUndefined()
  expect(createTokenCipher(randomBytes(32)).open(sealed, 'session-1')).toBeUndefined()
})

test('a key of another length is refused', () => {
  expect(() => createTokenCipher(randomBytes(16))).toThrow('32 bytes')
})
