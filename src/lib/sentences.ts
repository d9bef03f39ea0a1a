import { catalogue } from './text'

/**
 * Error codes and what they mean in plain words, as part of the message catalogue. Write the table with
 * `as const satisfies Record<Conflict<typeof operation>, string>`: a code that the contract gains then does not compile.
 */
export function sentences(namespace: string, table: Readonly<Record<string, string>>): () => Record<string, string> {
  const t = catalogue(namespace, table)
  return () => Object.fromEntries(Object.keys(table).map((code) => [code, t(code)]))
}
