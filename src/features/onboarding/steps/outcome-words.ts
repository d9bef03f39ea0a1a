import { useQuery } from '@tanstack/react-query'
import type { IdentityId } from '#contract/common'
import { useAccess } from '@/api/access'
import { checkNewsQuery } from '@/api/queries/check-news'
import type { NoticeTone } from '@/components/feedback/notice'
import type { Outcome } from '@/lib/due-diligence'
import { faceOf } from '@/lib/faces'
import { words } from '../text'

const tones = {
  start: 'info',
  'go-on': 'wait',
  review: 'wait',
  approved: 'good',
  rejected: 'bad',
  'again-go-on': 'wait',
  'again-review': 'info',
  'again-rejected': 'bad',
} as const satisfies Record<Outcome, NoticeTone>

export const toneOf = (outcome: Outcome): NoticeTone => tones[outcome]

/** What a review has found, for whoever may read the log of what Weavr told; undefined where this page does not know. */
export function useCheckNews(type: IdentityId['type'], outcome: Outcome) {
  const { may } = useAccess()
  const concerned = outcome !== 'start' && outcome !== 'approved'
  return useQuery({ ...checkNewsQuery(type), enabled: concerned && may('events.view') })
}

/** How the check stands in a few words. A check that was sent back has the status of one that was only opened. */
export function useOutcomeWords(type: IdentityId['type'], outcome: Outcome): { title: string; text: string } {
  const t = words.to(faceOf(type))
  const { data: news } = useCheckNews(type, outcome)
  const sentBack = news ? news.reasons.length > 0 || news.comment !== undefined : false
  switch (outcome) {
    case 'start':
      return { title: t('startTitle'), text: t('startText') }
    case 'go-on':
      return sentBack
        ? { title: t('sentBackTitle'), text: t('sentBackText') }
        : { title: t('goOnTitle'), text: t('goOnText') }
    case 'review':
      return { title: t('reviewTitle'), text: t('reviewText') }
    case 'approved':
      return { title: t('approvedTitle'), text: t('approvedText') }
    case 'rejected':
      return { title: t('rejectedTitle'), text: t('rejectedText') }
    case 'again-go-on':
      return { title: t('againTitle'), text: t('againText') }
    case 'again-review':
      return { title: t('againReviewTitle'), text: t('againReviewText') }
    case 'again-rejected':
      return { title: t('againRejectedTitle'), text: t('againRejectedText') }
    default:
      return outcome satisfies never
  }
}
