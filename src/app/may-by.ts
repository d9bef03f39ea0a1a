import type { QueryClient } from '@tanstack/react-query'
import type { Permission } from '#contract/permissions'
import { sessionQueries } from '@/api/queries/session'

/** What the person may do as the page knows it at this moment; who is not known yet is let through, to be told. */
export const mayBy =
  (queryClient: QueryClient) =>
  (permission: Permission | 'public'): boolean => {
    const access = queryClient.getQueryData(sessionQueries.current().queryKey)?.access
    return !access || permission === 'public' || access.permissions.includes(permission)
  }
