import type { BulkProcessDetails } from '#contract/bulks'
import { bulkKind } from '../kinds'
import { t } from '../text'
import { countsOf } from './counts'

/** What has happened to the bulk, in a sentence or two. */
export function sayBulk(bulk: BulkProcessDetails): string {
  const { total, settled, COMPLETED: done, FAILED: failed, CANCELLED: cancelled, SUBMITTED, RUNNING } = countsOf(bulk)
  const waiting = SUBMITTED + RUNNING
  // After a stop the leftovers may be cancelled or still stand as submitted: the document leaves it open.
  const rest = cancelled + waiting
  const kind = bulkKind(bulk.operation)
  switch (bulk.status) {
    case 'SUBMITTED':
      return t('say.SUBMITTED', { kind, total })
    case 'RUNNING':
      return t('say.RUNNING', { settled, total })
    case 'PAUSED':
      return t('say.PAUSED', { settled, total, waiting })
    case 'COMPLETED':
      return t('say.COMPLETED', { kind, total })
    case 'PARTIALLY_COMPLETED':
      return withStop(bulk, rest, t('say.PARTIALLY_COMPLETED', { kind, done, failed, rest }))
    case 'FAILED':
      return withStop(bulk, rest, t('say.FAILED', { kind, failed, rest }))
    case 'CANCELLED':
      return t('say.CANCELLED', { kind, done, failed, rest })
    default:
      return bulk.status satisfies never
  }
}

const withStop = ({ mode }: BulkProcessDetails, rest: number, sentence: string): string =>
  mode === 'ON_FAILURE_STOP' && rest > 0 ? `${sentence} ${t('stoppedAtFailure')}` : sentence
