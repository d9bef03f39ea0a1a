import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientAddress, readTrustedProxies } from './address'

const CLIENT = '198.51.100.4'
const proxies = readTrustedProxies('10.0.0.0/8, 2001:db8::/32')

test.each([
  ['nobody is trusted: the header is what anybody may write', '10.0.0.1', CLIENT, undefined, '10.0.0.1'],
  ['a stranger claims to be somebody', '203.0.113.9', '127.0.0.1', proxies, '203.0.113.9'],
  ['a proxy names its client', '10.0.0.1', CLIENT, proxies, CLIENT],
  ['the client has written a line of its own', '10.0.0.1', `127.0.0.1, ${CLIENT}`, proxies, CLIENT],
  ['two proxies stand in a row', '10.0.0.1', `1.1.1.1, ${CLIENT}, 10.9.9.9`, proxies, CLIENT],
  ['the client claims to be one of the proxies', '10.0.0.1', `10.0.0.7, ${CLIENT}`, proxies, CLIENT],
  ['a proxy asks for itself', '10.0.0.1', undefined, proxies, '10.0.0.1'],
  ['a proxy asks for another proxy', '10.0.0.1', '10.0.0.2', proxies, '10.0.0.2'],
  ['rubbish', '10.0.0.1', 'unknown', proxies, '10.0.0.1'],
  ['a proxy on IPv6, its client with a port', '2001:db8::1', '[2001:470::2]:4711', proxies, '2001:470::2'],
  ['IPv4 as IPv6 writes it', '::ffff:10.0.0.1', `::ffff:${CLIENT}`, proxies, CLIENT],
  ['an address with a port', '10.0.0.1', `${CLIENT}:80`, proxies, CLIENT],
  ['one hop, whoever it is', '203.0.113.9', `127.0.0.1, ${CLIENT}`, { hops: 1 }, CLIENT],
  ['two hops', '203.0.113.9', `127.0.0.1, ${CLIENT}, 10.0.0.3`, { hops: 2 }, CLIENT],
  ['fewer names than hops: around the proxy', '203.0.113.9', CLIENT, { hops: 2 }, '203.0.113.9'],
])('%s', (_, from, forwarded, trusted, expected) => {
  expect(clientAddress(from, forwarded, trusted)).toBe(expected)
})

test('whatever a client writes, the address is the one that our own proxy saw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (claimed) => {
      const header = [...claimed, CLIENT].join(',')
      expect(clientAddress('10.0.0.1', header, proxies)).toBe(CLIENT)
      expect(clientAddress('10.0.0.1', header, { hops: 1 })).toBe(CLIENT)
      expect(clientAddress('203.0.113.9', header, proxies)).toBe('203.0.113.9')
    }),
  )
})

test.each(['', '0', '10', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', 'proxy.example', '2001:db8::/129'])(
  '%j names no proxies',
  (text) => {
    expect(readTrustedProxies(text)).toBeUndefined()
  },
)
