import type { UserListQuery } from '@/api/queries/users'
import type { UserListSearch } from './search'

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
