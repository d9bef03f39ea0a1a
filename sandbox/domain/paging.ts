/** Rows of a page when the caller names no limit. */
export const DEFAULT_LIMIT = 100

/** A page of a list that is short enough to be read whole. */
export function cut<T>(rows: readonly T[], page: { offset?: number | undefined; limit?: number | undefined }): T[] {
  const offset = page.offset ?? 0
  return rows.slice(offset, offset + (page.limit ?? DEFAULT_LIMIT))
}
