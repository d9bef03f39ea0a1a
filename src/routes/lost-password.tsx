import { createFileRoute, redirect, useRouter } from '@tanstack/react-router'
import type { EntryOutcome } from '#contract/console/entry'
import { entryQueries } from '@/api/queries/entry'
import { enter } from '@/app/enter'
import { lostPassword } from '@/features/access/lost'
import { LostPasswordPage } from '@/features/access/pages/lost-password-page'
import { typedEmail } from '@/features/access/typed'
import { choiceParam, type Param, searchParams, textParam } from '@/lib/search-params'

/** Six digits, which the router reads as a number unless they begin with a zero. */
const codeParam: Param<string> = (value) => (/^\d{6}$/.test(String(value)) ? String(value) : undefined)

const validateSearch = searchParams({ step: choiceParam(['code']), email: textParam, nonce: codeParam })

export const Route = createFileRoute('/lost-password')({
  validateSearch,
  // The link in the e-mail. Its code must stay neither in the address nor in the history.
  beforeLoad: ({ search: { email, nonce } }) => {
    if (email === undefined && nonce === undefined) return
    if (email !== undefined) typedEmail.set(email)
    lostPassword.set({ nonce })
    throw redirect({ to: '/lost-password', search: { step: 'code' }, replace: true })
  },
  component: LostPassword,
})

function LostPassword() {
  const { step = 'address' } = Route.useSearch()
  const { queryClient } = Route.useRouteContext()
  const router = useRouter()
  const onStep = (to: 'address' | 'code') =>
    void router.navigate({ to: '/lost-password', search: { step: to === 'code' ? to : undefined } })
  const toSignIn = (to?: 'code' | 'identity') =>
    void router.navigate({ to: '/sign-in', search: { step: to }, replace: true })
  const onOutcome = (outcome: EntryOutcome) => {
    lostPassword.forget()
    if ('session' in outcome) {
      enter(queryClient, outcome.session)
      return toSignIn('code')
    }
    queryClient.setQueryData(entryQueries.current().queryKey, outcome)
    toSignIn('identity')
  }
  return <LostPasswordPage step={step} onStep={onStep} onOutcome={onOutcome} onBack={() => toSignIn()} />
}
