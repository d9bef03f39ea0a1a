import { choiceParam, flagParam, offsetParam, type SearchOf, searchParams, textParam } from '@/lib/search-params'

export const activities = ['yes', 'no'] as const

export const userListSearch = searchParams({
  active: choiceParam(activities),
  email: textParam,
  tag: textParam,
  offset: offsetParam,
})
export type UserListSearch = SearchOf<typeof userListSearch>

/** `added`: the person was added a moment ago, and what comes next is said. */
export const userSearch = searchParams({ added: flagParam })
