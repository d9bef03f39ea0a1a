import { Link, type LinkProps } from '@tanstack/react-router'
import { StateBadge } from '@/components/feedback/state-badge'
import { Detail } from './fixed-mark'
import { t } from './text'

type Props = {
  value: string
  proved: boolean
  fixed: boolean
  /** What is to be proved or changed, for those who hear the link alone. */
  what: string
  /** Undefined: somebody else's to change. */
  change?: LinkProps['to']
  prove?: LinkProps['to']
}

/** An address or a number, whether it is proved, and the way to prove or change it. */
export function ContactDetail({ value, proved, fixed, what, change, prove }: Props) {
  return (
    <Detail fixed={fixed && proved}>
      <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="min-w-0 break-all">{value}</span>
        <StateBadge tone={proved ? 'good' : 'wait'}>{t(proved ? 'proved' : 'unproved')}</StateBadge>
        {!proved && prove && (
          <Link to={prove} className="text-accent underline underline-offset-4">
            {t('prove')}
          </Link>
        )}
        {!fixed && change && (
          <Link to={change} aria-label={t('changeOf', { what })} className="text-accent underline underline-offset-4">
            {t('change')}
          </Link>
        )}
      </span>
    </Detail>
  )
}
