import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeRedirect } from './redirect'

const origin = 'http://127.0.0.1:4000'

describe('safeRedirect', () => {
  it.each(['/', '/accounts', '/accounts/123?tab=statement', '/bulks/9#rows', '/transfers?state=COMPLETED&offset=20'])(
    'keeps a page of the console: %s',
    (path) => {
      expect(safeRedirect(path, origin)).toBe(path)
    },
  )

  it.each([
    undefined,
    '',
    'accounts',
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'http://127.0.0.1:4000/accounts',
    '//127.0.0.1:4001/accounts',
  ])('goes to the overview instead of %j', (path) => {
    expect(safeRedirect(path, origin)).toBe('/')
  })

  it.each(['/sign-in', '/sign-in?redirect=/sign-in', '/api/session', '/app/secure/x', '/__sandbox/state'])(
    'does not land on %s, which is no page to come back to',
    (path) => {
      expect(safeRedirect(path, origin)).toBe('/')
    },
  )

  it('reads the path as the browser will', () => {
    expect(safeRedirect('/accounts/../sign-in', origin)).toBe('/')
  })

  it('leads nowhere else, whatever the address is made of', () => {
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
      ),
      fc.constantFrom('evil.example', 'https:', 'javascript:', 'api', 'sign-in', 'accounts', '?'),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = safeRedirect(pieces.join(''), origin)
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(new URL(path, origin).origin).toBe(origin)
      }),
      { numRuns: 3000 },
    )
  })
})
