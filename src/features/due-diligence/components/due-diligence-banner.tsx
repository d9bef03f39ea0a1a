import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SessionView } from '#contract/session'
import { readAccess } from '@/api/access'
import { dueDiligenceQuery, rootUserQuery } from '@/api/queries/identity'
import { sessionQueries } from '@/api/queries/session'
import { StateShape } from '@/components/feedback/state-shape'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { outcomeOf } from '@/lib/due-diligence'
import { useWords } from '@/lib/faces'
import { type NextAction, nextAction } from '../next-action'
import { saidOf } from '../said'
import { words } from '../text'

/** On every page: how the check of the customer stands, and what is next. Nothing for whoever may not see it. */
export function DueDiligenceBanner() {
  const { data: session } = useQuery(sessionQueries.current())
  return session && readAccess(session.access).may('identity.view') ? <Banner session={session} /> : null
}

const looks = {
  info: { sheet: 'border-info bg-info-wash', mark: 'text-info' },
  wait: { sheet: 'border-wait bg-wait-wash', mark: 'text-wait' },
  bad: { sheet: 'border-bad bg-bad-wash', mark: 'text-bad' },
} as const

const tones = {
  email: 'wait',
  mobile: 'wait',
  start: 'wait',
  'go-on': 'wait',
  review: 'info',
  rejected: 'bad',
  'again-go-on': 'wait',
  'again-review': 'info',
  'again-rejected': 'bad',
} as const satisfies Record<NextAction, keyof typeof looks>

/** Live events tell at once; this is for when they do not come. It stops with the last thing that can change here. */
const calmly = 60_000

function Banner({ session }: { session: SessionView }) {
  const t = useWords(words)
  const { type } = session.identity.id
  const check = useQuery({
    ...dueDiligenceQuery(type),
    refetchInterval: ({ state }) => (state.data && outcomeOf(state.data) !== 'approved' ? calmly : false),
  })
  const { data: root } = useQuery(rootUserQuery(type))
  const isRoot = session.person.credentials.type === 'ROOT'
  const next = nextAction({ outcome: check.data && outcomeOf(check.data), root, isRoot })
  if (!next || !root) return null
  const said = saidOf(next, { session, root, isRoot }, t)
  const tone = tones[next]
  return (
    <section
      aria-label={t('region')}
      className={cn('flex flex-wrap items-center gap-x-6 gap-y-2 border-y px-4 py-2.5 sm:px-8', looks[tone].sheet)}
    >
      <div role="status" className="flex min-w-0 flex-1 basis-72 gap-3">
        <StateShape tone={tone} className={cn('mt-1.5', looks[tone].mark)} />
        <div className="min-w-0">
          <p className="break-words font-medium">{said.title}</p>
          <p className="text-small">{said.text}</p>
        </div>
      </div>
      {said.action && (
        <Link
          to={type === 'CORPORATE' ? '/onboarding/corporate' : '/onboarding/consumer'}
          className={buttonClass({ size: 'sm' })}
        >
          {said.action}
        </Link>
      )}
    </section>
  )
}
