import { i18n, type Messages } from '@lingui/core'
import { compileIcu } from './icu'

/**
 * Every sentence of the page lives in a catalogue. `catalogue('transfers', {…})` registers its messages as
 * `transfers.<key>` in English and hands out `t`, whose keys and values are checked by the compiler.
 * Another language overrides by the same ids: `addTranslation('de', {'transfers.title': '…'})`.
 */
const source = 'en'
i18n.setMessagesCompiler(compileIcu)
const english: Messages = {}
i18n.load(source, english)
i18n.activate(source)

/** Up to the first brace: what was before it, which brace, and what follows. */
type NextBrace<S extends string> = S extends `${infer Before}{${infer After}`
  ? Before extends `${infer Early}}${infer Late}`
    ? { brace: '}'; rest: `${Late}{${After}`; before: Early }
    : { brace: '{'; rest: After; before: Before }
  : S extends `${infer Before}}${infer After}`
    ? { brace: '}'; rest: After; before: Before }
    : { brace: 'none' }

type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S extends `${infer R} ` ? Trim<R> : S

type KindOf<T extends string> = T extends 'plural' | 'selectordinal' | 'number' | 'date' | 'time' ? number : string

/**
 * Walks a message. `text` is prose, where a brace opens a placeholder; `cases` is the inside of a plural or select,
 * where a brace opens prose again. The two always alternate, so no stack is needed.
 */
type Scan<S extends string, Mode extends 'text' | 'cases', Found> =
  NextBrace<S> extends infer N
    ? N extends { brace: '{'; rest: infer R extends string }
      ? Mode extends 'cases'
        ? Scan<R, 'text', Found>
        : Placeholder<R, Found>
      : N extends { brace: '}'; rest: infer R extends string }
        ? Scan<R, Mode extends 'text' ? 'cases' : 'text', Found>
        : Found
    : never

type Placeholder<S extends string, Found> = S extends `${infer Inside}}${infer After}`
  ? Inside extends `${infer Name},${infer Type},${string}`
    ? Trim<Type> extends 'plural' | 'selectordinal' | 'select'
      ? S extends `${string},${string},${infer Cases}`
        ? Scan<Cases, 'cases', Found | [Trim<Name>, KindOf<Trim<Type>>]>
        : never
      : Scan<After, 'text', Found | [Trim<Name>, KindOf<Trim<Type>>]>
    : Inside extends `${infer Name},${infer Type}`
      ? Scan<After, 'text', Found | [Trim<Name>, KindOf<Trim<Type>>]>
      : Scan<After, 'text', Found | [Trim<Inside>, string | number]>
  : Found

type Placeholders<S extends string> = Scan<S, 'text', never>

/** The values a message needs, by placeholder. */
export type MessageValues<S extends string> = {
  [P in Placeholders<S> as P extends [infer Name extends string, unknown] ? Name : never]: P extends [string, infer V]
    ? V
    : never
}

type ValuesOf<S extends string> = [Placeholders<S>] extends [never] ? [] : [values: MessageValues<S>]

/** Renders one message of a catalogue; values are required exactly when the message has placeholders. */
export type Translate<M extends Record<string, string>> = <K extends keyof M & string>(
  key: K,
  ...values: ValuesOf<M[K]>
) => string

/** Whom the page speaks to: the people of a company in their back office, or a person who banks for themselves. */
export type Face = 'company' | 'person'

/** The twins of some messages. Each takes what the message beside it takes, so that either can stand in its place. */
type Twins<M, P> = { [K in keyof P]: K extends keyof M ? Twin<M[K], P[K]> : 'there is no message of this name' }
type Twin<One, Other> = One extends string
  ? Other extends string
    ? [Placeholders<One>, Placeholders<Other>] extends [Placeholders<Other>, Placeholders<One>]
      ? Other
      : 'the twin must have the same placeholders'
    : never
  : never

/** Says at once what both faces are told alike; for the rest it must be known who listens (`useWords` of faces.ts). */
export type TwoFaced<M extends Record<string, string>, P> = Translate<Omit<M, keyof P>> & {
  to: (face: Face) => Translate<M>
}

/**
 * Registers English messages under a namespace and answers the function that renders them. The third argument says
 * some of them in the words of a person who banks for themselves.
 */
export function catalogue<const M extends Record<string, string>>(namespace: string, messages: M): Translate<M>
export function catalogue<const M extends Record<string, string>, const P extends Partial<Record<keyof M, string>>>(
  namespace: string,
  messages: M,
  toPersons: P & Twins<M, P>,
): TwoFaced<M, P>
export function catalogue(namespace: string, messages: Record<string, string>, toPersons: Record<string, string> = {}) {
  for (const [key, message] of Object.entries(messages)) english[`${namespace}.${key}`] = message
  for (const [key, message] of Object.entries(toPersons)) english[`${namespace}.${key}${twinMark}`] = message
  type Values = [values?: Record<string, unknown>]
  const company = (key: string, ...[values]: Values) => render(`${namespace}.${key}`, values)
  const person = (key: string, ...[values]: Values) =>
    render(`${namespace}.${key}${key in toPersons ? twinMark : ''}`, values)
  return Object.assign(company, { to: (face: Face) => (face === 'person' ? person : company) })
}

/** Ends the id of a twin; no key holds it. */
const twinMark = '~person'

const render = (id: string, values: Record<string, unknown> | undefined): string => {
  const { messages } = i18n
  const message = messages[id] ?? english[id]
  // Compiled on first use and kept: the library would compile a string again at every call.
  if (typeof message === 'string') messages[id] = /[{}']/.test(message) ? compileIcu(message) : [message]
  else if (message) messages[id] = message
  return i18n._(id, values)
}

/** Adds messages of another language by their full ids; what is missing there stays English. */
export const addTranslation = (locale: string, messages: Messages): void => i18n.load(locale, messages)

/** Switches the language of everything rendered from now on. */
export const setLanguage = (locale: string): void => {
  i18n.load(locale, {})
  i18n.activate(locale)
}
