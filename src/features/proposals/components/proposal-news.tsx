import type { ProposalDetail } from '#contract/console/proposals'
import { Notice } from '@/components/feedback/notice'
import { formatDateTime } from '@/lib/dates'
import { madeSentences } from '../messages'
import { sayTotal } from '../say'
import { t } from '../text'

/** What has become of it, in a sentence, before everything else. */
export function ProposalNews({ proposal }: { proposal: ProposalDetail }) {
  const { state, mine, maker, rule, source, createdAt, decidedBy, decidedAt, comment, code, madeState } = proposal
  const amount = sayTotal(proposal)
  const who = decidedBy?.name ?? ''
  const when = formatDateTime(decidedAt ?? createdAt)
  switch (state) {
    case 'PENDING':
      return mine ? (
        <News tone="wait" title={t('waitsTitle', { amount })} text={t('waitsText', { rule: rule.name })} />
      ) : (
        <News tone="wait" title={t('otherWaits')} text={t('otherWaitsText', { maker: maker.name, when })} />
      )
    case 'EXECUTING':
      return proposal.mayNotDecide === 'IN_PROGRESS' ? (
        <News tone="info" title={t('sendingTitle')} text={t('sendingText')} />
      ) : (
        <News tone="wait" title={t('sendingTitle')} text={t('sendAgainText')} />
      )
    case 'EXECUTED': {
      const text = t(source === 'BULK' ? 'executedBulk' : 'executedText', { who, when })
      const more = madeState === 'PENDING_CHALLENGE' ? ` ${t('challengeText')}` : ''
      return <News tone="good" title={t('executedTitle', { amount })} text={`${text}${more}`} quote={comment} />
    }
    case 'FAILED': {
      const text =
        code === 'OUTCOME_UNKNOWN'
          ? t('failedUnknownText')
          : [t('failedText', { who }), whyFailed(code), t('overText')].filter(Boolean).join(' ')
      return <News tone="bad" title={t('failedTitle', { amount })} text={text} quote={comment} />
    }
    case 'REJECTED':
      return <News tone="bad" title={t('rejectedTitle', { who })} text={t('overText')} quote={comment} />
    case 'WITHDRAWN':
      return <News tone="info" title={t('withdrawnTitle', { who: maker.name })} text={t('overText')} />
    case 'EXPIRED':
      return <News tone="info" title={t('expiredTitle')} text={t('overText')} />
    case 'VOID':
      return <News tone="bad" title={t('voidTitle')} text={t('voidText')} />
    default:
      return state satisfies never
  }
}

/** The bank's refusal in words, or as it put it. */
const whyFailed = (code: string | undefined): string =>
  code === undefined ? '' : (madeSentences()[code] ?? t('failedCode', { code }))

type NewsProps = { tone: 'good' | 'wait' | 'bad' | 'info'; title: string; text: string; quote?: string | undefined }

function News({ tone, title, text, quote }: NewsProps) {
  return (
    <Notice tone={tone} title={title} className="mb-8">
      <p>{text}</p>
      {quote && <p className="mt-1 whitespace-pre-line">“{quote}”</p>}
    </Notice>
  )
}
