import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { formatMoney, parseMoney } from '@/lib/money'
import type { DecimalMark } from '../forms/decimal-mark'
import type { OpenedFile } from '../import/protocol'
import { t } from '../text'

type Props = { file: OpenedFile; onMark: (mark: DecimalMark) => void }

/** Asked once for the whole file, with its own amounts read both ways. */
export function DecimalMarkQuestion({ file, onMark }: Props) {
  const readings = (mark: DecimalMark) => file.doubtfulAmounts.map((amount) => reading(amount, mark)).join(' · ')
  return (
    <div className="mb-6 max-w-2xl border-wait border-l-3 bg-wait-wash px-4 py-3">
      <p className="font-medium">{t('markTitle')}</p>
      <p className="mb-3">{t('markText', { example: file.doubtfulAmounts[0] ?? '' })}</p>
      <RadioGroup
        legend={<span className="sr-only">{t('markTitle')}</span>}
        name="decimal-mark"
        value={file.askDecimalMark ? undefined : file.decimalMark}
        onValueChange={(value) => onMark(value === ',' ? ',' : '.')}
      >
        <RadioItem value="." label={t('markDot')} hint={readings('.')} />
        <RadioItem value="," label={t('markComma')} hint={readings(',')} />
      </RadioGroup>
    </div>
  )
}

/** Without a currency the figures are what counts; two decimals are the rule. */
function reading(written: string, mark: DecimalMark): string {
  const money = parseMoney(written, 'EUR', { decimalMark: mark })
  if (!money.ok) return t('markRefused', { written })
  const read = formatMoney({ currency: 'EUR', amount: money.amount }).replace(/^EUR\s*/, '')
  return t('markReads', { written, read })
}
