/** What the rows of a bulk are, for the words about it. `rows`: something that this console does not submit yet. */
export type BulkKind = 'transfers' | 'invitations' | 'rows'

const kinds: Readonly<Record<string, BulkKind>> = {
  '/transfers': 'transfers',
  '/users/_user_id_/invite': 'invitations',
}

export const bulkKind = (operation: string): BulkKind => kinds[operation] ?? 'rows'
