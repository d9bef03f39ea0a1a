import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wanted } from './past-sign-in'

const ORIGIN = 'https://console.example.com'
/** Pieces of which addresses are made that mean something else to a browser than to whoever reads them. */
const piece = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '\\',
    '.',
    '..',
    '/./',
    '/.//',
    '%2f',
    '%5c',
    '%2e',
    '\t',
    '\n',
    '\r',
    ' ',
    '@',
    ':',
    '#',
    '?',
  ),
  fc.constantFrom(
    'evil.example',
    'https:',
    'javascript:',
    'data:',
    'console.example.com',
    'api',
    'sign-in',
    'accounts',
  ),
  fc.string({ maxLength: 5 }),
)
const address = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

test('wherever an address says it wants to go, the answer to a sign-in leads to a page of this console', () => {
  fc.assert(
    fc.property(address, (path) => {
      const url = new URL(wanted(path, ORIGIN), 'https://elsewhere.example')
      expect(url.origin).toBe(ORIGIN)
      expect(url.pathname).not.toMatch(/^\/(sign-in|api|app|__sandbox|webhooks)(\/|$)/)
      expect(url.href).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 3000 },
  )
})
