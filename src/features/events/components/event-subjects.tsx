import { Link, type LinkProps } from '@tanstack/react-router'
import type { EventSubject } from '#contract/console/events'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { subjectText, t } from '../text'

/** Where a thing has a page of its own. */
function pageOf({ kind, id }: EventSubject): LinkProps | undefined {
  if (kind === 'managed_accounts') return { to: '/accounts/$accountId', params: { accountId: id } }
  if (kind === 'transfers') return { to: '/transfers/$transferId', params: { transferId: id } }
  if (kind === 'bulks') return { to: '/bulks/$bulkId', params: { bulkId: id } }
  return undefined
}

/** Everything the event is about, with the way to it. */
export function EventSubjects({ subjects }: { subjects: readonly EventSubject[] }) {
  if (subjects.length === 0) return null
  return (
    <Section title={t('subjects')}>
      <Definitions
        items={subjects.map((subject) => ({
          term: subjectText(subject.kind),
          description: <Name subject={subject} />,
        }))}
      />
    </Section>
  )
}

function Name({ subject }: { subject: EventSubject }) {
  const link = pageOf(subject)
  const id = <span className="break-all font-mono text-small">{subject.id}</span>
  return link ? (
    <Link {...link} className="text-accent underline underline-offset-4 hover:decoration-2">
      {id}
    </Link>
  ) : (
    id
  )
}
