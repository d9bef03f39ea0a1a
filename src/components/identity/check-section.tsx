import { Link, type LinkProps } from '@tanstack/react-router'
import type { KyiStatus } from '#contract/corporates'
import { StateBadge } from '@/components/feedback/state-badge'
import type { StateTone } from '@/components/feedback/state-shape'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { buttonClass } from '@/components/ui/button'
import { brand } from '@/lib/brand'
import { useWords } from '@/lib/faces'
import { type Check, isFixed } from './fixed'
import { t } from './text'
import { checkWords } from './words'

const tones: Record<KyiStatus, StateTone> = {
  NOT_STARTED: 'neutral',
  INITIATED: 'wait',
  PENDING_REVIEW: 'wait',
  APPROVED: 'good',
  REJECTED: 'bad',
}

type Props = {
  check: Check
  /** Where the check is done. */
  to: LinkProps['to']
}

/** How the check stands, why there is one, and what it has fixed. */
export function CheckSection({ check, to }: Props) {
  const w = useWords(t)
  const { effective, ongoing } = check
  const items = [
    { term: w('check.status'), description: effective && <Status value={effective} /> },
    ...(ongoing !== effective && ongoing
      ? [{ term: w('check.ongoing'), description: <Status value={ongoing} /> }]
      : []),
  ]
  const open = ongoing !== 'APPROVED' && ongoing !== 'REJECTED'
  const action = open && (
    <Link to={to} className={buttonClass()}>
      {w('check.go')}
    </Link>
  )
  const support = brand().supportEmail ?? w('fixed.support', { name: brand().name })
  return (
    <Section title={w('check.title')} actions={action}>
      <Definitions items={items} />
      <p className="mt-3 max-w-prose text-ink-soft">
        {isFixed(check) ? w('fixed.why', { support }) : `${w('check.why')} ${w('open.text')}`}
      </p>
    </Section>
  )
}

function Status({ value }: { value: KyiStatus }) {
  return <StateBadge tone={tones[value]}>{checkWords.of(value)}</StateBadge>
}
