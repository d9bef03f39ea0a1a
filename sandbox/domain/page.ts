/** How many rows a list answers when the caller does not say; the vendor's own figure is not published. */
const DEFAULT_LIMIT = 100

export type Window = { offset?: number | undefined; limit?: number | undefined }

export const windowOf = ({ offset = 0, limit = DEFAULT_LIMIT }: Window) => ({ offset, limit })

/** A repeatable query parameter as a list; `undefined` filters nothing. */
export function listOf<T>(value: T | T[] | undefined): T[] | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value : [value]
}
