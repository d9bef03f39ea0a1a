import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { GatewayEnv } from '../options'

/**
 * Whom we believe when they say for whom they ask: proxies at these addresses, or as many proxies as stand before us
 * whatever their addresses are (which is right only where nobody gets here around them).
 */
export type TrustedProxies = { addresses: BlockList } | { hops: number }

/** Notes where a request comes from: the other end of its connection, or whom a trusted proxy names. */
export function noteAddress(trusted?: TrustedProxies): MiddlewareHandler<GatewayEnv> {
  return (c, next) => {
    c.set('address', clientAddress(peer(c), c.req.header('x-forwarded-for'), trusted))
    return next()
  }
}

/**
 * The address of whoever asks. `X-Forwarded-For` is read from its right end, where our own proxies write; what stands
 * further left is what somebody else claims.
 */
export function clientAddress(from: string, forwarded: string | undefined, trusted?: TrustedProxies): string {
  const last = plain(from)
  if (!trusted || forwarded === undefined || last === undefined) return last ?? from
  const named = forwarded.split(',').map((part) => plain(part.trim()))
  if ('hops' in trusted) return named.at(-trusted.hops) ?? last
  let address = last
  while (isTrusted(trusted.addresses, address)) {
    const next = named.pop()
    if (next === undefined) break
    address = next
  }
  return address
}

/** Reads `10.0.0.0/8,192.0.2.7` or a number of hops; `undefined` where it is neither. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^[1-9]$/.test(text)) return { hops: Number(text) }
  const addresses = new BlockList()
  for (const part of text.split(',')) {
    const [network = '', bits, more] = part.trim().split('/')
    const version = isIP(network)
    const longest = version === 6 ? 128 : 32
    if (version === 0 || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined
    if (Number(bits ?? longest) > longest) return undefined
    addresses.addSubnet(network, Number(bits ?? longest), family(network))
  }
  return { addresses }
}

const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
const isTrusted = (list: BlockList, address: string) => list.check(address, family(address))

/** The bare address: without a port, without brackets, IPv4 as such; `undefined` for anything else. */
function plain(text: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIP(address) === 0 ? undefined : address
}

/** Tests have no connection. */
function peer(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
