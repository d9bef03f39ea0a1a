import { compileMessage as reference } from '@lingui/message-utils/compileMessage'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMessage } from './compile-message'

describe('compileMessage', () => {
  it.each([
    'Hi {name}!',
    '{ name }',
    '{n, plural, one {# account} other {# accounts}}',
    '{from, number}–{to, number} of {c,number}',
    '{at, date, short} {share, number, percent}',
    "it's {x}",
    "two '' of {x}",
    "'{'q'}' {x}",
    "'{x} and '' {y}' {x}",
    '{k, select, a {A {n}} other {O #}}',
    '{n, selectordinal, one {#st} other {#th}}',
    "{n, plural, offset:1 =0 {none} one {# it''s} other {{n, number} of #}}",
    "a '#' # b",
    "{n, plural, one {a '#' b #} other {x}}",
    '{n, plural, one {one {m, plural, one {#} other {# in {n}}}} other {{s, select, a {#} other {-}}}}',
    'line\nbreak {x}\n{y}',
    '{n,plural,\n  one {#}\n  other {# of {x}}\n}',
  ])('does as the library does: %s', (message) => {
    expect(compileMessage(message)).toEqual(reference(message))
  })

  it('does so for whatever is put together from the parts', () => {
    const prose = fc.constantFrom('a ', "it's ", "''", "'{'", ' # ', 'ü', '\n', "'}' ")
    const name = fc.constantFrom('x', 'name', 'n1')
    const { message } = fc.letrec<{ message: string; part: string }>((tie) => ({
      message: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { maxDepth: 3 },
        prose,
        name.map((n) => `{${n}}`),
        fc.tuple(name, fc.constantFrom('number', 'date, short')).map(([n, type]) => `{${n}, ${type}}`),
        fc
          .tuple(name, fc.constantFrom('plural', 'select', 'selectordinal'), tie('message'), tie('message'))
          .map(([n, type, one, other]) => `{${n}, ${type}, one {${one}} other {${other}}}`),
      ),
    }))
    fc.assert(
      fc.property(message, (text) => {
        // A quote that opens in one part may close in another, or never: the library then gives up, and so may we.
        fc.pre((text.match(/'/g) ?? []).length % 2 === 0 && wellFormed(text))
        expect(compileMessage(text)).toEqual(reference(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['{', '{x', '}', '{n, plural', '{n, plural, one', '{n, plural, one {x}', 'a } b'])(
    'refuses %s',
    (message) => {
      expect(() => compileMessage(message)).toThrow(SyntaxError)
    },
  )
})

/** Whether the library can read it at all; it warns and gives the text back as it is where it cannot. */
function wellFormed(text: string): boolean {
  const { error } = console
  let failed = false
  console.error = () => {
    failed = true
  }
  reference(text)
  console.error = error
  return !failed
}
