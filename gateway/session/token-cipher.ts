import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

/** Keeps upstream tokens unreadable in the database. */
export type TokenCipher = {
  seal: (token: string, sessionId: string) => string
  /** `undefined` when no key of ours made the text, when it is of another session, or when it was tampered with. */
  open: (sealed: string, sessionId: string) => string | undefined
  /** Whether the text was sealed with the key that seals today. */
  isCurrent: (sealed: string) => boolean
}

/**
 * AES-256-GCM with the session's id as additional data: a cipher text that is copied on to another row does not open.
 * `key` seals; `others` open what they have sealed, so that a key can be exchanged while people work. The text names its
 * key. Throws when a key has not 32 bytes.
 */
export function createTokenCipher(key: Buffer, others: readonly Buffer[] = []): TokenCipher {
  const keys = new Map([key, ...others].map((one) => [nameOf(one), one]))
  const current = nameOf(key)
  return {
    isCurrent: (sealed) => sealed.startsWith(`${current}.`),
    seal(token, sessionId) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(sessionId))
      const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()])
      return `${current}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')}`
    },
    open(sealed, sessionId) {
      const [name = '', text] = sealed.split('.')
      // Texts from before keys had names were all made with one key, which may be any of these.
      if (text === undefined) return first([...keys.values()], (one) => unsealed(one, name, sessionId))
      const named = keys.get(name)
      return named && unsealed(named, text, sessionId)
    },
  }
}

/** Says which key it was, and nothing about it. */
function nameOf(key: Buffer): string {
  if (key.length !== 32) throw new Error('The session key must have 32 bytes.')
  return createHmac('sha256', key).update('multi-console key name').digest('hex').slice(0, 8)
}

function unsealed(key: Buffer, sealed: string, sessionId: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(sessionId)).setAuthTag(bytes.subarray(IV, IV + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function first<T, R>(list: readonly T[], look: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = look(one)
    if (found !== undefined) return found
  }
  return undefined
}
