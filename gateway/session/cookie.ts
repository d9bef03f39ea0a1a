import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

/** How a cookie of ours is written for one public origin. */
export type SessionCookie = {
  read: (c: Context) => string | undefined
  set: (headers: Headers, value: string) => void
  clear: (headers: Headers) => void
}

const wellFormed = /^[A-Za-z0-9_-]{43}$/

/** 256 bits of chance, as the cookie carries them. */
export const newCookieId = (): string => randomBytes(32).toString('base64url')

/** What the table holds in place of the cookie's id. */
export const hashOf = (cookieId: string): string => createHash('sha256').update(cookieId).digest('base64url')

/**
 * Over https the cookie has the `__Host-` prefix, which makes the browser itself refuse one that was set from a
 * subdomain, for a path or without Secure. Browsers do not take that prefix over plain http, which only loopback uses.
 */
export function sessionCookie(publicOrigin: string, plainName = 'multi-console'): SessionCookie {
  const secure = publicOrigin.startsWith('https:')
  const name = secure ? `__Host-${plainName}` : plainName
  const flags = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    read(c) {
      const value = getCookie(c, name)
      return value !== undefined && wellFormed.test(value) ? value : undefined
    },
    // No Max-Age: the cookie goes with the browser, the idle clock decides about the session.
    set: (headers, value) => headers.append('set-cookie', `${name}=${value}${flags}`),
    clear: (headers) => headers.append('set-cookie', `${name}=; Max-Age=0${flags}`),
  }
}
