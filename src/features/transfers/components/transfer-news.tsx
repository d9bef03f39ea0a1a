import { useQuery } from '@tanstack/react-query'
import type { Transfer } from '#contract/transfers'
import { accountQueries } from '@/api/queries/accounts'
import { Notice } from '@/components/feedback/notice'
import { formatDateTime } from '@/lib/dates'
import { formatMoney } from '@/lib/money'
import { t } from '../text'
import { instrumentName } from './instrument-name'

/** What became of the transfer: said once after it was made, and always when it did not go through. */
export function TransferNews({ transfer, done }: { transfer: Transfer; done: boolean }) {
  const { data: every } = useQuery(accountQueries.every())
  const amount = formatMoney(transfer.destinationAmount)
  const from = instrumentName(transfer.source, every)
  const to = instrumentName(transfer.destination, every)
  const className = 'mb-8'
  switch (transfer.state) {
    case 'COMPLETED':
      return done ? (
        <Notice tone="good" title={t('doneTitle', { amount })} className={className}>
          {t('doneText', { from, to })}
        </Notice>
      ) : null
    case 'SCHEDULED': {
      const when = formatDateTime(Number(transfer.scheduledTimestamp ?? transfer.creationTimestamp))
      return done ? (
        <Notice tone="good" title={t('doneScheduled', { amount, when })} className={className}>
          {t('doneScheduledText', { from })}
        </Notice>
      ) : null
    }
    case 'INITIALISED':
    case 'PENDING':
      return (
        <Notice tone="wait" title={done ? t('donePending', { amount }) : t(transfer.state)} className={className}>
          {t('PENDING_text')}
        </Notice>
      )
    case 'REJECTED':
    case 'FAILED':
      return (
        <Notice tone="bad" title={t(transfer.state)} className={className}>
          {t(`${transfer.state}_text`)}
        </Notice>
      )
    case 'CANCELLED':
      return (
        <Notice tone="info" title={t('CANCELLED')} className={className}>
          {t('CANCELLED_text')}
        </Notice>
      )
    default:
      return transfer.state satisfies never
  }
}
