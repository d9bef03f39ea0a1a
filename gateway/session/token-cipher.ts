import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

/** Keeps upstream tokens unreadable in the database. */
export type TokenCipher = {
  seal: (token: string, sessionId: string) => string
  /** `undefined` when the text was made with another key, for another session, or was tampered with. */
  open: (sealed: string, sessionId: string) => string | undefined
}

/**
 * AES-256-GCM with the session's id as additional data: a cipher text that is copied on to another row does not open.
 * Throws when the key has not 32 bytes.
 */
export function createTokenCipher(key: Buffer): TokenCipher {
  if (key.length !== 32) throw new Error('The session key must have 32 bytes.')
  return {
    seal(token, sessionId) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(sessionId))
      const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')
    },
    open(sealed, sessionId) {
      const bytes = Buffer.from(sealed, 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
        decipher.setAAD(Buffer.from(sessionId)).setAuthTag(bytes.subarray(IV, IV + TAG))
        return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
