import type { CompiledMessage } from '@lingui/message-utils/compileMessage'

/**
 * Compiles an ICU message into what Lingui interprets. The library's own compiler brings a general parser of 7 kB into
 * the first page; our catalogues need placeholders, plurals, selects and numbers, and icu.test.ts holds the two to the
 * same result. Mistakes throw: a catalogue is written by us, and every message is compiled in a test.
 */
export const compileIcu = (message: string): CompiledMessage => {
  const at = { text: message, index: 0 }
  const tokens = readText(at, false)
  if (at.index < message.length) throw mistake(at, 'a brace is closed that was never opened')
  return tokens
}

type Reader = { readonly text: string; index: number }
type Token = CompiledMessage[number]

const mistake = ({ text, index }: Reader, what: string) => new Error(`${what}, at ${index} of: ${text}`)

/** Prose up to the brace that closes it, or the end. In a plural, `#` stands for the number. */
const readText = (at: Reader, inPlural: boolean): CompiledMessage => {
  const tokens: Token[] = []
  let prose = ''
  const flush = () => {
    if (prose !== '') tokens.push(prose)
    prose = ''
  }
  while (at.index < at.text.length) {
    const char = at.text[at.index]
    if (char === '}') break
    if (char === "'") {
      prose += readQuote(at, inPlural)
    } else if (char === '{') {
      flush()
      at.index += 1
      tokens.push(readPlaceholder(at, inPlural))
    } else if (char === '#' && inPlural) {
      flush()
      tokens.push('#')
      at.index += 1
    } else {
      prose += char
      at.index += 1
    }
  }
  flush()
  return tokens
}

/** Two apostrophes are one; one before a brace quotes up to the next apostrophe; any other is itself. */
const readQuote = (at: Reader, inPlural: boolean): string => {
  const next = at.text[at.index + 1] ?? ''
  at.index += 1
  if (next === "'") {
    at.index += 1
    return "'"
  }
  if (next !== '{' && next !== '}' && !(next === '#' && inPlural)) return "'"
  let quoted = ''
  while (at.index < at.text.length) {
    if (at.text[at.index] !== "'") quoted += at.text[at.index]
    else if (at.text[at.index + 1] === "'") {
      quoted += "'"
      at.index += 1
    } else break
    at.index += 1
  }
  at.index += 1
  return quoted
}

const readPlaceholder = (at: Reader, inPlural: boolean): Token => {
  const name = readWord(at)
  if (take(at, '}')) return [name]
  expect(at, ',')
  const type = readWord(at)
  if (type === 'plural' || type === 'selectordinal' || type === 'select') {
    expect(at, ',')
    return [name, type, readCases(at, inPlural || type !== 'select')]
  }
  if (take(at, '}')) return [name, type]
  expect(at, ',')
  const end = at.text.indexOf('}', at.index)
  if (end < 0) throw mistake(at, 'a placeholder is not closed')
  const format = at.text.slice(at.index, end).trim()
  at.index = end + 1
  return [name, type, format]
}

const readCases = (at: Reader, inPlural: boolean): Record<string, CompiledMessage> & { offset: number | undefined } => {
  const cases: Record<string, CompiledMessage> = {}
  while (!take(at, '}')) {
    const key = readWord(at)
    expect(at, '{')
    cases[key.startsWith('=') ? key.slice(1) : key] = readText(at, inPlural)
    expect(at, '}')
  }
  if (!cases.other) throw mistake(at, 'the case "other" is missing')
  return Object.assign(cases, { offset: undefined })
}

const skipSpace = (at: Reader) => {
  while (/\s/.test(at.text[at.index] ?? '')) at.index += 1
}

const take = (at: Reader, char: string): boolean => {
  skipSpace(at)
  if (at.text[at.index] !== char) return false
  at.index += 1
  return true
}

const expect = (at: Reader, char: string) => {
  if (!take(at, char)) throw mistake(at, `expected ${char}`)
}

const readWord = (at: Reader): string => {
  skipSpace(at)
  const start = at.index
  while (/[^\s{},']/.test(at.text[at.index] ?? '')) at.index += 1
  if (at.index === start) throw mistake(at, 'a name is missing')
  return at.text.slice(start, at.index)
}
