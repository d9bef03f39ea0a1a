import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import type { Permission } from '#contract/permissions'
import { useAccess } from '@/api/access'
import { NotAllowedPage } from '../not-allowed-page'
import { roomOf } from './rooms'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Without this permission the page is not shown; the reason is. */
    requires?: Permission
  }
}

/**
 * The page of the address, where the person may see it. Asked for at every drawing and not on the way in: a role can
 * change while the page is open.
 */
export function Content() {
  const { may } = useAccess()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const needed = useMatches({ select: (matches) => matches.map(({ staticData }) => staticData.requires) })
  const lacking = [roomOf(pathname)?.permission, ...needed].find((permission) => permission && !may(permission))
  return lacking ? <NotAllowedPage permission={lacking} /> : <Outlet />
}
