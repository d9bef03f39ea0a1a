import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProposalDetail } from '#contract/console/proposals'
import { CopyButton } from '@/components/feedback/copy-button'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { Notice } from '@/components/feedback/notice'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { formatDateTime } from '@/lib/dates'
import { sayFrom, sayLeft, sayPayee } from '../say'
import { t } from '../text'
import { useAccountNames } from './use-account-names'

const link = 'text-accent underline underline-offset-4'

/** Everything that an approver decides by, as it was read from the order itself. */
export function ProposalFacts({ proposal, now }: { proposal: ProposalDetail; now: number }) {
  const { data: every } = useQuery(useAccountNames())
  const { kind, source, rows, totals, largest, to, bulkId, description, scheduledTimestamp } = proposal
  const bulk = source === 'BULK'
  // Only what is among the accounts of this person has a page here.
  const toAccount = (name: string, [one, ...more]: readonly { type: string; id?: string | undefined }[]) =>
    one?.id !== undefined && more.length === 0 && every?.accounts.some(({ id }) => id === one.id) ? (
      <Link to="/accounts/$accountId" params={{ accountId: one.id }} className={link}>
        {name}
      </Link>
    ) : (
      name
    )
  const items: Definition[] = [
    { term: t('kind'), description: bulk ? t(`bulkOf_${kind}`, { rows }) : t(kind) },
    ...(totals.length === 0 ? [] : [{ term: bulk ? t('total') : t('amount'), description: amounts(totals) }]),
    ...(bulk && largest.length > 0 ? [{ term: t('largest'), description: amounts(largest) }] : []),
    ...(proposal.from.length > 0
      ? [{ term: t('from'), description: toAccount(sayFrom(proposal, every), proposal.from) }]
      : []),
    ...(to ? [{ term: t('to'), description: toAccount(sayPayee(to, every), [to]) }] : []),
    ...(bulkId === undefined ? [] : [{ term: t('bulk'), description: <BulkLink id={bulkId} /> }]),
    ...(description ? [{ term: t('description'), description }] : []),
    ...(scheduledTimestamp ? [{ term: t('scheduled'), description: <Instant at={Number(scheduledTimestamp)} /> }] : []),
    { term: t('maker'), description: proposal.maker.name },
    { term: t('asked'), description: <Instant at={proposal.createdAt} /> },
    { term: t('rule'), description: t('ruleSaid', { name: proposal.rule.name }) },
    ...(proposal.state === 'PENDING' ? [{ term: t('timeLeft'), description: timeLeft(proposal, now) }] : []),
    ...madeOf(proposal),
    { term: t('digest'), description: <Digest value={proposal.digest} /> },
  ]
  return (
    <Section title={detailsTitle(proposal)}>
      {proposal.contentUnknown && (
        <Notice tone="wait" title={t('unknownTitle')} className="mb-4">
          {t('unknownText')}
        </Notice>
      )}
      <Definitions items={items} />
    </Section>
  )
}

function detailsTitle({ state }: ProposalDetail): string {
  if (state === 'EXECUTED') return t('detailsMade')
  return state === 'PENDING' || state === 'EXECUTING' ? t('details') : t('detailsOver')
}

const amounts = (list: ProposalDetail['totals']) =>
  list.map((amount) => (
    <span key={amount.currency} className="mr-4">
      <Money value={amount} />
    </span>
  ))

function timeLeft({ expiresAt }: ProposalDetail, now: number): string {
  return t('until', { left: sayLeft(Math.max(0, expiresAt - now)), when: formatDateTime(expiresAt) })
}

function BulkLink({ id }: { id: string }) {
  return (
    <Link to="/bulks/$bulkId" params={{ bulkId: id }} search={{ tab: 'rows' }} className={link}>
      {t('openBulk')}
    </Link>
  )
}

function madeOf({ madeId, kind }: ProposalDetail): Definition[] {
  if (madeId === undefined) return []
  const description =
    kind === 'TRANSFER' ? (
      <Link to="/transfers/$transferId" params={{ transferId: madeId }} className={link}>
        {t('openMade')}
      </Link>
    ) : (
      <code className="font-mono text-small">{madeId}</code>
    )
  return [{ term: t('made'), description }]
}

/** The first and last signs are enough to compare by eye; all of it can be taken along. */
function Digest({ value }: { value: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <code className="font-mono text-small" title={value}>
        {value.slice(0, 8)}…{value.slice(-8)}
      </code>
      <CopyButton value={value} what={t('theDigest')} />
      <span className="block w-full text-ink-soft text-small">{t('digestHint')}</span>
    </span>
  )
}
