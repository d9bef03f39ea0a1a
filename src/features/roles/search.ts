import { patternParam, type SearchOf, searchParams } from '@/lib/search-params'

/** A new role may begin as a copy of another. */
export const newRoleSearch = searchParams({ from: patternParam(/^[a-z0-9-]{1,64}$/) })
export type NewRoleSearch = SearchOf<typeof newRoleSearch>
