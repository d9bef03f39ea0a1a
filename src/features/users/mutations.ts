import { useMutation, useQueryClient } from '@tanstack/react-query'
import { bulksUserInviteSend } from '#contract/bulks'
import type { Args } from '#contract/endpoint'
import { userInviteSend } from '#contract/user-invites'
import { type User, userActivate, userCreate, userDeactivate, userUpdate } from '#contract/users'
import { call } from '@/api/client'
import { bulkQueries } from '@/api/queries/bulks'
import { roleQueries } from '@/api/queries/roles'
import { userQueries } from '@/api/queries/users'

/** Lists, people with their roles, and what is known of invitations: each shows a piece of a user. */
function useUsersChanged() {
  const queryClient = useQueryClient()
  return async () => {
    await Promise.all(
      [userQueries.all(), roleQueries.all()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    )
  }
}

/** The page of the user opens on the answer; everything else is read again behind it. */
function useUserKnown() {
  const queryClient = useQueryClient()
  const changed = useUsersChanged()
  return (user: User) => {
    queryClient.setQueryData(userQueries.detail(user.id).queryKey, user)
    void changed()
  }
}

export function useCreateUser() {
  const onSuccess = useUserKnown()
  return useMutation({ mutationFn: (args: Args<typeof userCreate>) => call(userCreate, args), onSuccess })
}

export function useUpdateUser() {
  const onSuccess = useUserKnown()
  return useMutation({ mutationFn: (args: Args<typeof userUpdate>) => call(userUpdate, args), onSuccess })
}

export function useInviteUser() {
  const changed = useUsersChanged()
  return useMutation({
    mutationFn: (args: Args<typeof userInviteSend>) => call(userInviteSend, args),
    onSuccess: changed,
  })
}

export function useActivateUser() {
  const changed = useUsersChanged()
  return useMutation({
    mutationFn: (id: string) => call(userActivate, { params: { user_id: id } }),
    onSuccess: changed,
  })
}

export function useDeactivateUser() {
  const changed = useUsersChanged()
  return useMutation({
    mutationFn: (id: string) => call(userDeactivate, { params: { user_id: id } }),
    onSuccess: changed,
  })
}

/** The invitations of several people as one bulk, which is started on its own page. */
export function useInviteMany() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, idempotencyRef }: { ids: readonly string[]; idempotencyRef: string }) =>
      call(bulksUserInviteSend, { body: ids.map((id) => ({ pathParams: { _user_id_: id } })), idempotencyRef }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bulkQueries.all() }),
  })
}
