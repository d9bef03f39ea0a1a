import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'

export type RouterContext = { queryClient: QueryClient }

/** Nothing is drawn here: what every page has would be paid for by the sign-in page too. */
export const Route = createRootRouteWithContext<RouterContext>()({})
