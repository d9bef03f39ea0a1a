import type { Hono } from 'hono'
import type { GatewayEnv } from '../options'
import type { Logo } from './logo'

/**
 * Serves the programme's picture. Opened by itself an SVG is a document: the policy lets it draw, and nothing else; it
 * belongs to no origin there and runs no script.
 */
export function logoRoute(app: Hono<GatewayEnv>, logo: Logo | undefined): void {
  if (!logo) return
  const headers = {
    'content-type': logo.type,
    'content-length': String(logo.bytes.length),
    // Its address changes with its content.
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox`,
    'x-content-type-options': 'nosniff',
  }
  app.get('/brand/logo', () => new Response(logo.bytes, { headers }))
}
