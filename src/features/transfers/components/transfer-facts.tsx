import type { Transfer } from '#contract/transfers'
import { CopyButton } from '@/components/feedback/copy-button'
import { Instant } from '@/components/feedback/instant'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { t } from '../text'

export function TransferFacts({ transfer }: { transfer: Transfer }) {
  const { id, description, tag, creationTimestamp, scheduledTimestamp, executionTimestamp } = transfer
  const none = <span className="text-ink-soft">{t('none')}</span>
  const items: Definition[] = [
    { term: t('description'), description: description ?? none },
    { term: t('tag'), description: tag ?? none },
    { term: t('created'), description: <Instant at={creationTimestamp} /> },
    ...at(t('scheduled'), scheduledTimestamp),
    ...at(t('executed'), executionTimestamp),
    ...(transfer.cancellationReason
      ? [{ term: t('cancellationReason'), description: transfer.cancellationReason }]
      : []),
    {
      term: t('transferId'),
      description: (
        <>
          <span className="figures break-all">{id}</span>{' '}
          <CopyButton value={id} what={t('theValue', { what: t('transferId') })} />
        </>
      ),
    },
  ]
  return (
    <div className="mt-10">
      <Section title={t('details')}>
        <Definitions items={items} />
      </Section>
    </div>
  )
}

const at = (term: string, timestamp: string | undefined): Definition[] =>
  timestamp === undefined ? [] : [{ term, description: <Instant at={Number(timestamp)} /> }]
