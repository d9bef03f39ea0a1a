import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Keys for separate uses, drawn from the one secret so that none of them tells another. */
export type Keys = {
  /** Signs bearer tokens (HS256). */
  signing: Uint8Array
  /** Encrypts what secure fields hand in (AES-256-GCM). */
  sealing: Uint8Array
  /** Draws the three digits on the back of a card from what is on its front. */
  verification: Uint8Array
}

/** Draws the sandbox's keys from its secret; throws when that is shorter than 32 bytes. */
export function deriveKeys(secret: Buffer): Keys {
  if (secret.length < 32) throw new Error('The secret of the sandbox needs 32 bytes or more.')
  const draw = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', `multi-sandbox ${purpose}`, 32))
  return { signing: draw('tokens'), sealing: draw('secure fields'), verification: draw('card verification') }
}

/** Compares two secrets in a time that tells neither content nor length. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
