import { createFileRoute, redirect, useRouter } from '@tanstack/react-router'
import type { EntryOutcome } from '#contract/console/entry'
import { entryQueries } from '@/api/queries/entry'
import { sessionQueries } from '@/api/queries/session'
import { enter } from '@/app/enter'
import { inviteSearch, linkedCode, type WelcomeStep } from '@/features/invitations/link'
import { InvitePage } from '@/features/invitations/pages/invite-page'
import { WelcomePage } from '@/features/invitations/pages/welcome-page'

/** Where the link in an invitation leads, and what follows it. */
export const Route = createFileRoute('/invite')({
  validateSearch: inviteSearch,
  beforeLoad: async ({ context, location, search: { nonce, step, ...search } }) => {
    // The code must stay neither in the address nor in the history.
    if (nonce !== undefined) {
      if (search.user_id) linkedCode.set(search.user_id, nonce)
      throw redirect({ to: '/invite', search, replace: true })
    }
    if (step === undefined) return
    // From here on somebody is signed in; who is not comes back here after it.
    await context.queryClient.ensureQueryData(sessionQueries.current()).catch(() => {
      throw redirect({ to: '/sign-in', search: { redirect: location.href } })
    })
  },
  component: Invite,
})

function Invite() {
  const { user_id: userId, email, step } = Route.useSearch()
  const { queryClient } = Route.useRouteContext()
  const router = useRouter()
  const go = (to: WelcomeStep, replace = false) =>
    void router.navigate({ to: '/invite', search: { step: to }, replace })
  const onOutcome = (outcome: EntryOutcome) => {
    linkedCode.forget()
    if ('session' in outcome) {
      enter(queryClient, outcome.session)
      return go('email', true)
    }
    // The person belongs to several companies: which one is chosen where that is always chosen.
    queryClient.setQueryData(entryQueries.current().queryKey, outcome)
    void router.navigate({
      to: '/sign-in',
      search: { step: 'identity', redirect: '/invite?step=email' },
      replace: true,
    })
  }
  if (!step) return <InvitePage userId={userId} email={email} onOutcome={onOutcome} />
  return <WelcomePage step={step} onStep={go} onDone={() => void router.navigate({ to: '/', replace: true })} />
}
