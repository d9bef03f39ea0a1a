import type { IdentityId } from '#contract/common'
import { Section } from '@/components/layout/section'
import { formatDate } from '@/lib/dates'
import type { Outcome } from '@/lib/due-diligence'
import { faceOf } from '@/lib/faces'
import { reasonText } from '../reasons'
import { words } from '../text'
import { useCheckNews } from './outcome-words'

/**
 * What a review has found. The API keeps no reasons: they were told once, to whoever listened, so that it is said plainly
 * where this page was not told them.
 */
export function Findings({ type, outcome }: { type: IdentityId['type']; outcome: Outcome }) {
  const t = words.to(faceOf(type))
  const { data: news, isPending, isEnabled } = useCheckNews(type, outcome)
  if (isPending && isEnabled) return null
  const known = news && (news.reasons.length > 0 || news.comment !== undefined)
  if (!known) {
    const rejected = outcome === 'rejected' || outcome === 'again-rejected'
    return <p className="text-ink-soft">{rejected ? t('rejectedUnknown') : t('unknownReasons')}</p>
  }
  const { reasons, comment, documentExpiry, restriction } = news
  return (
    <>
      {reasons.length > 0 && (
        <Section title={t('reasons')}>
          <ul className="list-disc space-y-1 pl-5">
            {reasons.map((reason) => (
              <li key={reason}>{reasonText(reason)}</li>
            ))}
          </ul>
          {documentExpiry !== undefined && (
            <p className="mt-3">{t('documentExpired', { date: formatDate(documentExpiry) })}</p>
          )}
          {restriction !== undefined && <p className="mt-3">{t('restriction', { date: formatDate(restriction) })}</p>}
        </Section>
      )}
      {comment !== undefined && (
        <Section title={t('comment')}>
          <blockquote className="border-rule-strong border-l-2 pl-4">{comment}</blockquote>
        </Section>
      )}
    </>
  )
}
