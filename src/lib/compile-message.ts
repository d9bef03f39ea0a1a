import type { CompiledMessage } from '@lingui/message-utils/compileMessage'

type Tokens = Exclude<CompiledMessage, string>

/**
 * Compiles an ICU message to what @lingui/core renders. The library's own compiler brings a general lexer and parser, six
 * kilobytes that the sign-in page would have to load; a test holds this one to the same results.
 */
export function compileMessage(message: string): Tokens {
  const reader = createReader(message)
  const tokens = reader.text(false)
  if (!reader.atEnd()) throw new SyntaxError(`a brace too many in: ${message}`)
  return tokens
}

function createReader(source: string) {
  let at = 0
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at ${at} in: ${source}`)
  }
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const [found = ''] = pattern.exec(source) ?? []
    at += found.length
    return found
  }
  const expect = (sign: string) => {
    skip(/\s*/y)
    if (source[at] !== sign) fail(`no ${sign}`)
    at += 1
  }
  const word = (): string => skip(/\s*/y) + skip(/[^\s,{}]+/y) || fail('no word')

  /** Prose up to a closing brace or the end; in a case of a plural, `#` stands for its number. */
  function text(inPlural: boolean): Tokens {
    const tokens: Tokens = []
    let prose = ''
    const flush = () => {
      if (prose !== '') tokens.push(prose)
      prose = ''
    }
    while (at < source.length && source[at] !== '}') {
      if (source[at] === '{') {
        flush()
        tokens.push(argument(inPlural))
      } else if (source[at] === '#' && inPlural) {
        flush()
        tokens.push('#')
        at += 1
      } else prose += source[at] === "'" ? quoted(inPlural) : skip(/./suy)
    }
    flush()
    return tokens
  }

  /** Two apostrophes are one; one before a brace (or a `#` that would count) quotes up to the next. */
  function quoted(inPlural: boolean): string {
    if (source[at + 1] === "'") {
      at += 2
      return "'"
    }
    if (!(inPlural ? /[{}#]/ : /[{}]/).test(source[at + 1] ?? '')) return skip(/'/y)
    return skip(/'(?:[^']|'')*'?/y)
      .replace(/^'|'$/g, '')
      .replaceAll("''", "'")
  }

  function argument(inPlural: boolean): Tokens[number] {
    expect('{')
    const name = word().trim()
    if (skip(/\s*,/y) === '') {
      expect('}')
      return [name]
    }
    const type = word().trim()
    if (type === 'plural' || type === 'selectordinal' || type === 'select') {
      expect(',')
      return [name, type, cases(type !== 'select' || inPlural)]
    }
    const style = skip(/\s*,/y) && skip(/[^{}]*/y).trim()
    expect('}')
    return style ? [name, type, style] : [name, type]
  }

  function cases(inPlural: boolean): Record<string, Tokens | number> {
    const found: Record<string, Tokens | number> = {}
    const [, offset] = /^\s*offset:\s*(\d+)/.exec(source.slice(at)) ?? []
    if (offset !== undefined) {
      skip(/\s*offset:\s*\d+/y)
      found.offset = Number(offset)
    }
    while (skip(/\s*/y) !== undefined && source[at] !== '}') {
      const key = word().trim().replace(/^=/, '')
      expect('{')
      found[key] = text(inPlural)
      expect('}')
    }
    at += 1
    return found
  }

  return { text, atEnd: () => at >= source.length }
}
