import type { MiddlewareHandler } from 'hono'
import { refusal } from './answers'

/** The longest address of ours is a list with all its filters, about 1,500 characters. */
const MAX_URL = 8192
/** A browser behind two proxies sends about thirty. */
const MAX_HEADERS = 100

/** Refuses what is out of all proportion before anything else looks at it. (The server itself limits the bytes of the head.) */
export function sizeLimits(): MiddlewareHandler {
  return (c, next) => {
    if (c.req.url.length > MAX_URL) return Promise.resolve(refusal(414, 'TOO_LONG', 'The address is too long.'))
    if ([...c.req.raw.headers.keys()].length > MAX_HEADERS) {
      return Promise.resolve(refusal(431, 'TOO_MANY_HEADERS', 'The request has too many headers.'))
    }
    return next()
  }
}
