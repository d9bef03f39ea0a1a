import { queryOptions } from '@tanstack/react-query'
import { invitationsGet } from '#contract/console/invitations'
import type { Args } from '#contract/endpoint'
import { userGetById, usersGet } from '#contract/users'
import { call, callConsole } from '@/api/client'

export type UserListQuery = NonNullable<Args<typeof usersGet>['query']>

/** Reads of users. The key root is the contract's section, so that a live `changed` event finds them. */
export const userQueries = {
  all: () => ['authorised-users'] as const,
  list: (query: UserListQuery) =>
    queryOptions({
      queryKey: [...userQueries.all(), 'list', query],
      queryFn: ({ signal }) => call(usersGet, { query }, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...userQueries.all(), 'detail', id],
      queryFn: ({ signal }) => call(userGetById, { params: { user_id: id } }, signal),
    }),
  /** Stands with the users, not under its own section: whoever changes a user or invites one makes it stale. */
  invitations: () =>
    queryOptions({
      queryKey: [...userQueries.all(), 'invitations'],
      queryFn: ({ signal }) => callConsole(invitationsGet, {}, signal),
    }),
}
