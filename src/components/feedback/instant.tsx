import { formatDate, formatDateTime, formatExact, formatTime } from '@/lib/dates'

type Props = {
  /** Epoch milliseconds. */
  at: number
  show?: 'date' | 'time' | 'dateTime'
}

const format = { date: formatDate, time: formatTime, dateTime: formatDateTime } as const

/** A point in time as the person's clock shows it; seconds and offset are in the title. */
export function Instant({ at, show = 'dateTime' }: Props) {
  return (
    <time dateTime={new Date(at).toISOString()} title={formatExact(at)} className="figures whitespace-nowrap">
      {format[show](at)}
    </time>
  )
}
