const levels = ['weak', 'weak', 'fair', 'strong']

/** How hard a password is to guess, by length and kinds of characters: 0 to 3, where 2 and more will do. */
export function strengthOf(value) {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u].filter((kind) => kind.test(value)).length
  const { length } = [...value]
  const id = kinds === 4 && length >= 12 ? 3 : kinds === 4 && length >= 8 ? 2 : kinds >= 2 && length >= 6 ? 1 : 0
  return { id, score: id, strength: levels[id] }
}
