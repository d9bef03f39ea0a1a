import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  consoleRoleAssign,
  consoleRoleCreate,
  consoleRoleDelete,
  consoleRoleUpdate,
  consoleZoneUpdate,
} from '#contract/console/roles'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'
import { roleQueries } from '@/api/queries/roles'

/** Roles and people show each other's names and counts, so a change of one makes both stale. */
function useRolesChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: roleQueries.all() })
}

export function useCreateRole() {
  const changed = useRolesChanged()
  return useMutation({
    mutationFn: (args: Args<typeof consoleRoleCreate>) => callConsole(consoleRoleCreate, args),
    // The page of the role opens on the list, which must hold it.
    onSuccess: changed,
  })
}

export function useUpdateRole() {
  const changed = useRolesChanged()
  return useMutation({
    mutationFn: (args: Args<typeof consoleRoleUpdate>) => callConsole(consoleRoleUpdate, args),
    onSuccess: changed,
  })
}

export function useDeleteRole() {
  const changed = useRolesChanged()
  return useMutation({
    mutationFn: (args: Args<typeof consoleRoleDelete>) => callConsole(consoleRoleDelete, args),
    // Not waited for: the page of the role is left first, and would say that it is gone.
    onSuccess: () => void changed(),
  })
}

export function useAssignRole() {
  const changed = useRolesChanged()
  return useMutation({
    mutationFn: (args: Args<typeof consoleRoleAssign>) => callConsole(consoleRoleAssign, args),
    onSuccess: changed,
  })
}

export function useSetZone() {
  const changed = useRolesChanged()
  return useMutation({
    mutationFn: (args: Args<typeof consoleZoneUpdate>) => callConsole(consoleZoneUpdate, args),
    onSuccess: changed,
  })
}
