const messageOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const message: unknown = Reflect.get(error, 'message')
  return typeof message === 'string' && message !== '' ? message : undefined
}

/** The complaint about a field that has parts: the server's about a part, or else ours about the whole. */
export const errorOf = (error: unknown, parts: readonly string[]): string | undefined => {
  const nested = (part: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, part) : undefined
  return parts.map((part) => messageOf(nested(part))).find((message) => message !== undefined) ?? messageOf(error)
}
