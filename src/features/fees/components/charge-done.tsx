import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ChargeFee } from '#contract/fees'
import { CopyButton } from '@/components/feedback/copy-button'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { Notice } from '@/components/feedback/notice'
import { Definitions } from '@/components/layout/definition-list'
import { Button, buttonClass } from '@/components/ui/button'
import { formatMoney } from '@/lib/money'
import type { Source } from '../sources'
import { feeName, t } from '../text'

type Props = { charge: ChargeFee; source: Source; onAnother: () => void }

/** What was taken, and by which number it can be asked about. */
export function ChargeDone({ charge, source, onAnother }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone.
  useEffect(() => frame.current?.focus(), [])
  const { currency, amount: adjustment } = charge.availableBalanceAdjustment
  const amount = { currency, amount: Math.abs(adjustment) }
  return (
    <div ref={frame} tabIndex={-1} className="space-y-6">
      <Notice tone={charge.state === 'COMPLETED' ? 'good' : 'wait'} title={t('done')}>
        {t('doneText', { amount: formatMoney(amount), name: source.name })}
      </Notice>
      <Definitions
        items={[
          { term: t('fee'), description: feeName(charge.feeType) },
          { term: t('amount'), description: <Money value={amount} /> },
          { term: t('takenFrom'), description: source.name },
          { term: t('when'), description: <Instant at={charge.creationTimestamp} /> },
          {
            term: t('transaction'),
            description: (
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-mono">{charge.transactionId.id}</span>
                <CopyButton value={charge.transactionId.id} what={t('transaction')} />
              </span>
            ),
          },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <Link to="/charges" className={buttonClass({ variant: 'primary' })}>
          {t('toList')}
        </Link>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </div>
  )
}
