import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const BYTES = 32

/**
 * A secret of 32 bytes: the one given, else the one in the file, else a new one that is kept in the file, readable to
 * its owner only. Throws when the file holds something else, since a new key would make what the old one sealed
 * unreadable.
 */
export function keyFor(given: Buffer | undefined, file: string): Buffer {
  if (given) return given
  const kept = readKept(file)
  if (kept === undefined) return keepNew(file)
  const key = Buffer.from(kept, 'base64')
  if (key.length !== BYTES) throw new Error(`${file} does not hold a key; remove it to have a new one made.`)
  return key
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function keepNew(file: string): Buffer {
  const key = randomBytes(BYTES)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
