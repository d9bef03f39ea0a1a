import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keyFor } from './keys'

const dir = mkdtempSync(join(tmpdir(), 'multi-console-keys-'))
afterAll(() => rmSync(dir, { recursive: true }))

test('a key that is made is kept for its owner alone, and found again', () => {
  const file = join(dir, 'data', 'session.key')
  const made = keyFor(undefined, file)
  expect(made).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(keyFor(undefined, file)).toEqual(made)
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(made)
})

test('a given key wins and nothing is written', () => {
  const file = join(dir, 'none.key')
  const given = Buffer.alloc(32, 7)
  expect(keyFor(given, file)).toBe(given)
  expect(() => statSync(file)).toThrow()
})

test('a file that holds no key is not overwritten', () => {
  const file = join(dir, 'broken.key')
  writeFileSync(file, 'not a key')
  expect(() => keyFor(undefined, file)).toThrow('does not hold a key')
  expect(readFileSync(file, 'utf8')).toBe('not a key')
})
