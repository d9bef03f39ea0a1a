import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// Modest on purpose: some ten milliseconds. These passwords guard play money, and a world sets three of them.
const COST: ScryptOptions = { N: 2 ** 12, r: 8, p: 1 }
const LENGTH = 32

const derive = (plain: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(plain.normalize('NFC'), salt, LENGTH, COST, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** `scrypt:<salt>:<key>` in base64url. */
export async function hashPassword(plain: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(plain, salt)
  return `scrypt:${salt.toString('base64url')}:${key.toString('base64url')}`
}

/** False too for no hash at all, in the same time: whether a person has a password is not for strangers. */
export async function matchesPassword(plain: string, hash: string | null | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (hash ?? 'scrypt::').split(':')
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(plain, Buffer.from(salt, 'base64url'))
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}
