import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import type { Permission } from '#contract/permissions'
import { useAccess } from '@/api/access'
import { useFace } from '@/api/face'
import type { Face } from '@/lib/text'
import { NotAllowedPage } from '../not-allowed-page'
import { NotOfThisFacePage } from './not-of-this-face-page'
import { isFor, roomOf } from './rooms'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Without this permission the page is not shown; the reason is. */
    requires?: Permission
    /** Whose pages it belongs to; left out: everybody's. */
    for?: Face
  }
}

/**
 * The page of the address, where the person may see it. Asked for at every drawing and not on the way in: a role can
 * change while the page is open.
 */
export function Content() {
  const { may } = useAccess()
  const face = useFace()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const pages = useMatches({ select: (matches) => matches.map(({ staticData }) => staticData) })
  const room = roomOf(pathname)
  if (![room ?? {}, ...pages].every((place) => isFor(place, face))) return <NotOfThisFacePage />
  const needed = [room?.permission, ...pages.map(({ requires }) => requires)]
  const lacking = needed.find((permission) => permission && !may(permission))
  return lacking ? <NotAllowedPage permission={lacking} /> : <Outlet />
}
