import type { MiddlewareHandler } from 'hono'

/** What an answer may do in the browser; `nonce` is for the page that carries it. */
export type Policy = {
  publicOrigin: string
  /** Where the script of the secure components comes from. */
  secureOrigin: string
  /** Where their frames come from; left out: from there too. */
  frameOrigins?: readonly string[] | undefined
}

/** What no page of ours uses, and so no script that gets on to one may. */
const features = [
  'accelerometer',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
/** What the screens of a verification use, in a frame: papers and a face are photographed there. */
const featuresOfFrames = ['camera', 'microphone']

const framesOf = ({ secureOrigin, frameOrigins }: Policy) => frameOrigins ?? [secureOrigin]

/**
 * A browser lends a frame only what the page itself may use, so `self` is among them; no page of ours asks for it, and a
 * person would have to allow it.
 */
function permissionsPolicy(policy: Policy): string {
  const lent = ['self', ...framesOf(policy).map((origin) => `"${origin}"`)].join(' ')
  return [...features.map((name) => `${name}=()`), ...featuresOfFrames.map((name) => `${name}=(${lent})`)].join(', ')
}

/**
 * Scripts come from us and from the origin of the secure fields, frames from the origins of their own alone. Styles need a nonce where
 * they are made at run time (a dialog's scroll lock); attributes set through the DOM need nothing.
 */
export function contentSecurityPolicy(policy: Policy, nonce?: string): string {
  const style = nonce === undefined ? `'self'` : `'self' 'nonce-${nonce}'`
  return [
    `default-src 'none'`,
    `script-src 'self' ${policy.secureOrigin}`,
    `style-src ${style}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-src ${framesOf(policy).join(' ')}`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    // The one for browsers that know the Reporting API, the other for those that do not yet.
    'report-uri /api/csp-report',
    'report-to csp',
  ].join('; ')
}

/** Puts the headers on every answer that does not bring its own (the secure fields must be framed, so theirs differ). */
export function securityHeaders(policy: Policy): MiddlewareHandler {
  const csp = contentSecurityPolicy(policy)
  const fixed: [string, string][] = [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', permissionsPolicy(policy)],
    ['cross-origin-opener-policy', 'same-origin'],
    ['reporting-endpoints', 'csp="/api/csp-report"'],
  ]
  if (policy.publicOrigin.startsWith('https:')) {
    fixed.push(['strict-transport-security', 'max-age=63072000; includeSubDomains'])
  }
  return async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of fixed) if (!headers.has(name)) headers.set(name, value)
    if (c.req.path.startsWith('/app/secure/')) return
    headers.set('x-frame-options', 'DENY')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', csp)
  }
}
