import type { CurrencyAmount } from '#contract/common'
import { cn } from '@/lib/cn'
import { moneyParts } from '@/lib/money'

type Props = {
  value: CurrencyAmount
  /** A movement: incoming amounts carry a plus. */
  signed?: boolean
  className?: string
}

/** An amount with its currency, in figures that line up. The currency steps back, the figure is what is compared. */
export function Money({ value, signed = false, className }: Props) {
  const { currency, figure } = moneyParts(value, { signed })
  return (
    <span className={cn('figures whitespace-nowrap', signed && value.amount > 0 && 'text-good', className)}>
      <span className="text-[0.857em] text-ink-soft">{currency}</span>
      {'\u00a0'}
      {figure}
    </span>
  )
}
