import type { ReactNode } from 'react'
import type { ConsoleEventDetail } from '#contract/console/events'
import { CopyButton } from '@/components/feedback/copy-button'
import { Instant } from '@/components/feedback/instant'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { t } from '../text'

/** When and how it came. */
export function EventFacts({ event }: { event: ConsoleEventDetail }) {
  const items: Definition[] = [
    { term: t('received'), description: <Instant at={event.receivedAt} /> },
    { term: t('published'), description: <Instant at={event.publishedAt} /> },
    { term: t('took'), description: t('tookText', { ms: event.tookMs }) },
    { term: t('size'), description: t('sizeText', { bytes: event.bytes }) },
    { term: t('repeats'), description: t('repeatsText', { count: event.repeats }) },
    { term: t('webhook'), description: <Code>{event.webhook}</Code> },
    copied(t('reference'), event.reference),
    copied(t('eventId'), event.id),
  ]
  return (
    <Section title={t('details')}>
      <Definitions items={items} />
    </Section>
  )
}

/** The headers that were kept; what proved the message is not among them. */
export function EventHeaders({ headers }: Pick<ConsoleEventDetail, 'headers'>) {
  const items = Object.entries(headers).map(([term, value]) => ({ term, description: <Code>{value}</Code> }))
  return (
    <Section title={t('headers')}>
      <Definitions items={items} />
    </Section>
  )
}

const Code = ({ children }: { children: ReactNode }) => (
  <span className="break-all font-mono text-small">{children}</span>
)

const copied = (term: string, value: string): Definition => ({
  term,
  description: (
    <>
      <Code>{value}</Code> <CopyButton value={value} what={t('theValue', { what: term })} />
    </>
  ),
})
