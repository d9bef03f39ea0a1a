import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
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

/** How the amount would read: the other mark only groups digits. */
function reading(written: string, mark: DecimalMark): string {
  const read = written.replaceAll(mark === '.' ? ',' : '.', '').replace(mark, '.')
  return t('markReads', { written, read })
}
