import { createCipheriv, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTokenCipher } from './token-cipher'

const key = randomBytes(32)
const cipher = createTokenCipher(key)

test('a token comes back for its own session, and is not readable in between', () => {
  const sealed = cipher.seal('upstream-token', 'session-1')
  expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64').toString('latin1')).not.toContain('upstream')
  expect(cipher.open(sealed, 'session-1')).toBe('upstream-token')
  expect(cipher.seal('upstream-token', 'session-1')).not.toBe(sealed)
})

test('moved to another session, changed by a bit, cut short, or under another key it does not open', () => {
  const sealed = cipher.seal('upstream-token', 'session-1')
  const [name = '', text = ''] = sealed.split('.')
  const bytes = Buffer.from(text, 'base64')
  expect(cipher.open(`${name}.${bytes.toString('base64')}`, 'session-1')).toBe('upstream-token')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  expect(cipher.open(sealed, 'session-2')).toBeUndefined()
  expect(cipher.open(`${name}.${bytes.toString('base64')}`, 'session-1')).toBeUndefined()
  expect(cipher.open(`${name}.${text.slice(0, 20)}`, 'session-1')).toBeUndefined()
  expect(cipher.open(name, 'session-1')).toBeUndefined()
  expect(createTokenCipher(randomBytes(32)).open(sealed, 'session-1')).toBeUndefined()
})

test('what a former key has sealed opens while it is known, and is not up to date', () => {
  const next = createTokenCipher(randomBytes(32), [key])
  const sealed = cipher.seal('upstream-token', 'session-1')
  expect(next.open(sealed, 'session-1')).toBe('upstream-token')
  expect([cipher.isCurrent(sealed), next.isCurrent(sealed)]).toEqual([true, false])
  expect(cipher.open(next.seal('upstream-token', 'session-1'), 'session-1')).toBeUndefined()
})

test('what was sealed before keys had names opens', () => {
  const iv = randomBytes(12)
  const made = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from('session-1'))
  const text = Buffer.concat([made.update('upstream-token', 'utf8'), made.final()])
  const sealed = Buffer.concat([iv, made.getAuthTag(), text]).toString('base64')
  expect(createTokenCipher(randomBytes(32), [key]).open(sealed, 'session-1')).toBe('upstream-token')
  expect(cipher.isCurrent(sealed)).toBe(false)
})

test('a key of another length is refused', () => {
  expect(() => createTokenCipher(randomBytes(16))).toThrow('32 bytes')
  expect(() => createTokenCipher(key, [randomBytes(16)])).toThrow('32 bytes')
})
