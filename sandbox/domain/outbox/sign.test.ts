import { expect, test } from 'vitest'
import { forwardingHeaders, signature, signatureV2, webhookHeaders } from './sign'

// Computed with `openssl dgst -sha256 -hmac` and with Python's hmac, not with the code under test.
const keys = { apiKey: 'sandbox-api-key', webhooksKey: 'shared' }
const message = { reference: '176367000012345678', at: 1763670000123, body: '{"name":"Zoë","amount":"1000"}' }
const older = '43akhZjHVtbgdPES63H9UswC8uu0AjaYLmYMXhNRafI='
const newer = 'eAHy87Hob4dLyBhFqB7x7On1RdsdmCait4sH0OSILwM='

test('signs the timestamp, and reference, raw body and timestamp in one', () => {
  expect(signature(keys.apiKey, message.at)).toBe(older)
  expect(signatureV2(keys.apiKey, message)).toBe(newer)
})

test('every part of a message changes the newer signature', () => {
  for (const other of [{ reference: '176367000012345679' }, { at: 1763670000124 }, { body: '{}' }])
    expect(signatureV2(keys.apiKey, { ...message, ...other })).not.toBe(newer)
  expect(signatureV2('another key', message)).not.toBe(newer)
})

test('a webhook carries both signatures, or the shared key alone where it is not signed', () => {
  expect(webhookHeaders({ reference: 'call-ref', verify: 'signature-v2' }, keys, message)).toEqual({
    'call-ref': message.reference,
    'published-timestamp': '1763670000123',
    signature: older,
    'signature-v2': newer,
  })
  expect(webhookHeaders({ reference: 'request-ref', verify: 'webhooks-key' }, keys, message)).toEqual({
    'request-ref': message.reference,
    'published-timestamp': '1763670000123',
    'webhooks-key': 'shared',
  })
})

test('a question to the platform is signed and carries the shared key', () => {
  expect(forwardingHeaders('request-ref', keys, message)).toEqual({
    'request-ref': message.reference,
    'published-timestamp': '1763670000123',
    signature: older,
    'signature-v2': newer,
    'webhooks-key': 'shared',
  })
})
