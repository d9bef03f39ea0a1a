import { expect, test } from 'vitest'
import { AHEAD_MS, OLDEST_MS, type Proof, verify } from './verify'

// Computed with `openssl dgst -sha256 -hmac`, not with the code under test; the same as in the sandbox's signing.
const keys = { apiKey: 'sandbox-api-key', webhooksKey: 'shared' }
const at = 1763670000123
const text = '{"name":"Zoë","amount":"1000"}'
const right = {
  'call-ref': '176367000012345678',
  'published-timestamp': String(at),
  'signature-v2': 'eAHy87Hob4dLyBhFqB7x7On1RdsdmCait4sH0OSILwM=',
  'webhooks-key': 'shared',
}
const signed: Proof = { reference: 'call-ref', verify: 'signature-v2' }
const keyed: Proof = { reference: 'call-ref', verify: 'webhooks-key' }
const both: Proof = { reference: 'call-ref', verify: 'both' }

type Case = { headers?: Record<string, string | undefined>; body?: string; proof?: Proof; now?: number }
function judge({ headers, body = text, proof = signed, now = at }: Case = {}) {
  const all = Object.entries({ ...right, ...headers }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const verdict = verify(new Headers(all), new TextEncoder().encode(body), proof, keys, now)
  return verdict.ok ? 'ok' : verdict.why
}

test('a right proof is believed, of whichever kind is asked for', () => {
  expect(judge()).toBe('ok')
  expect(judge({ proof: keyed, headers: { 'signature-v2': undefined } })).toBe('ok')
  expect(judge({ proof: both })).toBe('ok')
})

test.each<[string, Case, string]>([
  ['another byte', { body: text.replace('1000', '1001') }, 'WRONG_SIGNATURE'],
  ['another reference', { headers: { 'call-ref': '176367000012345679' } }, 'WRONG_SIGNATURE'],
  ['another time', { headers: { 'published-timestamp': String(at + 1) } }, 'WRONG_SIGNATURE'],
  ['a byte moved from the reference to the body', { headers: { 'call-ref': '17636700001234567' } }, 'WRONG_SIGNATURE'],
  ['half a signature', { headers: { 'signature-v2': right['signature-v2'].slice(0, 20) } }, 'WRONG_SIGNATURE'],
  ['an empty signature', { headers: { 'signature-v2': '' } }, 'WRONG_SIGNATURE'],
  ['no signature', { headers: { 'signature-v2': undefined } }, 'NO_SIGNATURE'],
  ['no reference', { headers: { 'call-ref': undefined } }, 'NO_REFERENCE'],
  ['a reference without end', { headers: { 'call-ref': '1'.repeat(256) } }, 'NO_REFERENCE'],
  ['no time', { headers: { 'published-timestamp': undefined } }, 'NO_TIMESTAMP'],
  ['a time that is none', { headers: { 'published-timestamp': '1e12' } }, 'NO_TIMESTAMP'],
  ['no key', { proof: keyed, headers: { 'webhooks-key': undefined } }, 'NO_KEY'],
  ['another key', { proof: keyed, headers: { 'webhooks-key': 'sharedx' } }, 'WRONG_KEY'],
  ['the key alone where both are asked for', { proof: both, headers: { 'signature-v2': undefined } }, 'NO_SIGNATURE'],
  ['the signature alone where both are', { proof: both, headers: { 'webhooks-key': undefined } }, 'NO_KEY'],
])('%s is not', (_, given, why) => {
  expect(judge(given)).toBe(why)
})

test('a message may be five minutes old and a minute ahead, to the millisecond', () => {
  expect(judge({ now: at + OLDEST_MS })).toBe('ok')
  expect(judge({ now: at + OLDEST_MS + 1 })).toBe('STALE')
  expect(judge({ now: at - AHEAD_MS })).toBe('ok')
  expect(judge({ now: at - AHEAD_MS - 1 })).toBe('EARLY')
})

test('who cannot prove it is not told that it is late', () => {
  expect(judge({ now: at + 2 * OLDEST_MS, body: '{}' })).toBe('WRONG_SIGNATURE')
})
