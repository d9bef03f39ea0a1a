import { Link } from '@tanstack/react-router'
import type { SCAFactor } from '#contract/authentication-factors'
import { buttonClass } from '@/components/ui/button'
import { t } from '../text'
import { FactorRow, standingOf } from './factor-row'

const labels = { none: 'SMS.enrol', PENDING_VERIFICATION: 'SMS.goOn', INACTIVE: 'SMS.again' } as const

/** The phone that codes are sent to. It is changed with its number, and never unlinked. */
export function CodeFactor({ status }: { status: SCAFactor['status'] | undefined }) {
  return (
    <FactorRow
      title={t('SMS.title')}
      text={t('SMS.text')}
      status={status}
      standing={standingOf('SMS', status)}
      actions={
        status !== 'ACTIVE' && (
          <Link to="/security/phone" className={buttonClass({ variant: 'primary' })}>
            {t(labels[status ?? 'none'])}
          </Link>
        )
      }
    />
  )
}
