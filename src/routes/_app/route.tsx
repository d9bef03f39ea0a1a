import { createFileRoute, redirect } from '@tanstack/react-router'
import { ApiError } from '@/api/client/api-error'
import { sessionQueries } from '@/api/queries/session'
import { whoIs } from '@/app/enter'
import { ownDrafts } from '@/app/own-drafts'
import { Shell } from '@/app/shell/shell'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      const session = await context.queryClient.ensureQueryData(sessionQueries.current())
      ownDrafts(whoIs(session))
      return { session }
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error
      throw redirect({ to: '/sign-in', search: { redirect: location.href === '/' ? undefined : location.href } })
    }
  },
  component: Shell,
})
