import { readdirSync, readFileSync } from 'node:fs'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileIcu } from './icu'

/** Neighbouring pieces of prose say the same whether they are one token or two. */
const joined = (tokens: unknown): unknown => {
  if (!Array.isArray(tokens)) return tokens
  const result: unknown[] = []
  for (const token of tokens) {
    const last = result.at(-1)
    if (typeof token === 'string' && token !== '#' && typeof last === 'string' && last !== '#') {
      result[result.length - 1] = last + token
    } else if (Array.isArray(token)) {
      const [name, type, cases] = token
      result.push(typeof cases === 'object' ? [name, type, mapCases(cases)] : token)
    } else if (token !== '') result.push(token)
  }
  return result
}
const mapCases = (cases: object) =>
  Object.fromEntries(Object.entries(cases).map(([key, value]) => [key, joined(value)]))

const same = (message: string): void => {
  expect(joined(compileIcu(message))).toEqual(joined(compileMessageOrThrow(message)))
}

describe('compileIcu', () => {
  it.each([
    'Plain words',
    'Hello {name}, { spaced }',
    '{n, plural, one {# row of {file}} other {# rows}} left',
    '{n, plural, =0 {none} one {one} other {{n} and #}}',
    '{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    '{state, select, PAUSED {paused, {n, plural, one {# row} other {# rows}}} other {on}}',
    '{n, plural, one {{who, select, me {my # row} other {#}}} other {#}}',
    "It''s o'clock, '{quoted} ''too''' #1",
    "{n, plural, one {'#' is #} other {it''s #}}",
    '{n, number} {p, number, percent} {d, date, short}',
    '',
  ])('reads %j as the library does', same)

  it('agrees with the library on any prose, placeholder and plural', () => {
    const prose = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', "''", 'é', ',', ':') })
    const { message } = fc.letrec<{ message: string; part: string }>((tie) => ({
      message: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { maxDepth: 3 },
        prose,
        fc.constantFrom('{name}', '{ count }', '{n, number}'),
        fc.tuple(tie('message'), tie('message')).map(([one, other]) => `{n, plural, one {${one}#} other {${other}}}`),
        tie('message').map((other) => `{s, select, A_1 {x} other {${other}}}`),
      ),
    }))
    fc.assert(fc.property(message, same), { numRuns: 500 })
  })

  it.each(['{', '{}', '{n', 'a } b', '{n, plural, one {x}}', '{n, plural, one x}', '{n, select}'])(
    'refuses %j',
    (bad) => {
      expect(() => compileIcu(bad)).toThrow()
    },
  )

  it('compiles every message of the page', async () => {
    const root = new URL('../', import.meta.url)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !file.includes('.test.') &&
        readFileSync(new URL(file, root), 'utf8').includes('catalogue('),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) await import(new URL(file, root).href)
    const { i18n } = await import('@lingui/core')
    const messages = Object.entries(i18n.messages)
    expect(messages.length).toBeGreaterThan(100)
    for (const [id, message] of messages) {
      if (typeof message === 'string') expect(() => same(message), id).not.toThrow()
    }
  })
})
