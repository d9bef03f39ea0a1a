import type { UserListQuery } from '@/api/queries/users'
import { choiceParam, flagParam, offsetParam, type SearchOf, searchParams, textParam } from '@/lib/search-params'

export const activities = ['yes', 'no'] as const

export const userListSearch = searchParams({
  active: choiceParam(activities),
  email: textParam,
  tag: textParam,
  offset: offsetParam,
})
export type UserListSearch = SearchOf<typeof userListSearch>

export const userPageSize = 25

/** What the list asks of the API. */
export function toUserListQuery({ active, email, tag, offset }: UserListSearch): UserListQuery {
  return {
    limit: userPageSize,
    offset: offset ?? 0,
    ...(active ? { active: active === 'yes' } : {}),
    ...(email ? { email } : {}),
    ...(tag ? { tag } : {}),
  }
}

/** `added`: the person was added a moment ago, and what comes next is said. */
export const userSearch = searchParams({ added: flagParam })
