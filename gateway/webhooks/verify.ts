import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Webhook } from '../../contract/webhook'

const MINUTE = 60_000
/**
 * How old a message may be by its own timestamp: Weavr's first two retries come 10 and 70 seconds after the first try, and
 * a clock may be wrong by a little; whoever listened in has no longer than that to play it again.
 */
export const OLDEST_MS = 5 * MINUTE
/** How far ahead of ours the sender's clock may be. */
export const AHEAD_MS = MINUTE
const MAX_REFERENCE = 255

/** What is shared with Weavr: it signs with the one and sends the other along. */
export type WebhookKeys = { apiKey: string; webhooksKey: string }

/** How a message is to be proved. Questions about payments carry both proofs, and both must be right. */
export type Proof = { reference: Webhook['reference']; verify: Webhook['verify'] | 'both' }

/** Why a message is not believed. */
export const disbeliefs = [
  'NO_REFERENCE',
  'NO_TIMESTAMP',
  'NO_SIGNATURE',
  'WRONG_SIGNATURE',
  'NO_KEY',
  'WRONG_KEY',
  'STALE',
  'EARLY',
] as const
export type Disbelief = (typeof disbeliefs)[number]

export type Verdict = { ok: true; reference: string; publishedAt: number } | { ok: false; why: Disbelief }

/**
 * What can be said against a message before its body is read: nobody gets to fill our memory who has not even the headers of
 * a proof. `undefined` where all of them are there.
 */
export function disbeliefOfHeaders(headers: Headers, proof: Proof, keys: WebhookKeys): Disbelief | undefined {
  const reference = headers.get(proof.reference) ?? ''
  if (reference === '' || reference.length > MAX_REFERENCE) return 'NO_REFERENCE'
  if (!/^\d{1,15}$/.test(headers.get('published-timestamp') ?? '')) return 'NO_TIMESTAMP'
  if (proof.verify !== 'webhooks-key' && headers.get('signature-v2') === null) return 'NO_SIGNATURE'
  if (proof.verify === 'signature-v2') return undefined
  const key = headers.get('webhooks-key')
  if (key === null) return 'NO_KEY'
  return isSame(key, keys.webhooksKey) ? undefined : 'WRONG_KEY'
}

/**
 * Whether Weavr sent this: proved over the bytes as they came, in a time that does not depend on where a wrong proof goes
 * wrong. The timestamp is looked at last, since before that anybody may have written it.
 */
export function verify(headers: Headers, bytes: Uint8Array, proof: Proof, keys: WebhookKeys, now: number): Verdict {
  const why = disbeliefOfHeaders(headers, proof, keys)
  if (why) return no(why)
  const reference = headers.get(proof.reference) ?? ''
  const timestamp = headers.get('published-timestamp') ?? ''
  if (proof.verify !== 'webhooks-key') {
    const given = headers.get('signature-v2') ?? ''
    const right = createHmac('sha256', keys.apiKey).update(reference).update(bytes).update(timestamp).digest('base64')
    if (!isSame(given, right)) return no('WRONG_SIGNATURE')
  }
  const publishedAt = Number(timestamp)
  if (publishedAt < now - OLDEST_MS) return no('STALE')
  if (publishedAt > now + AHEAD_MS) return no('EARLY')
  return { ok: true, reference, publishedAt }
}

const no = (why: Disbelief): Verdict => ({ ok: false, why })

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compared as digests, which are of one length whatever was sent. */
const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right))
