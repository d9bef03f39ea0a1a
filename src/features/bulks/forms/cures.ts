import { exponentOf } from '@/lib/money'
import type { ProblemCode } from './problem'

/** What can be done to all cells of a cause at once because the result means the same. */
export type CureId = 'TRIM' | 'UPPERCASE' | 'DECIMAL_MARK' | 'UNGROUP' | 'USE_SUGGESTION'

const cures: Partial<Record<ProblemCode, CureId>> = {
  BLANKS_AROUND: 'TRIM',
  CURRENCY_CASE: 'UPPERCASE',
  AMOUNT_DECIMAL_MARK: 'DECIMAL_MARK',
  AMOUNT_THOUSANDS: 'UNGROUP',
  ACCOUNT_NAME_NEAR: 'USE_SUGGESTION',
}

export const cureOf = (code: ProblemCode): CureId | undefined => cures[code]

type Sick = { value: string; params?: Record<string, string | number> }

/** The cell after the cure, or undefined where the cure would be a guess and the cell is left for the person. */
export function cured(cure: CureId, { value, params }: Sick): string | undefined {
  const text = value.trim()
  const suggestion = params?.suggestion
  switch (cure) {
    case 'TRIM':
      return text
    case 'UPPERCASE':
      return text.toUpperCase()
    case 'DECIMAL_MARK':
    case 'USE_SUGGESTION':
      return typeof suggestion === 'string' ? suggestion : undefined
    case 'UNGROUP':
      return ungrouped(text, String(params?.currency ?? ''))
    default:
      return cure satisfies never
  }
}

/** `1,234.50` and `1 234` have one meaning; `1,000` of a currency with three decimals has two, and stays. */
function ungrouped(text: string, currency: string): string | undefined {
  const match = /^(\d{1,3})([.,\s'\u2019])(\d{3})((?:\2\d{3})*)([.,]\d{1,2})?$/.exec(text)
  if (!match) return undefined
  const [, head = '', mark = '', , , fraction = ''] = match
  const lone = text.slice(head.length).length === 4
  if (lone && (mark === ',' || mark === '.') && exponentOf(currency) >= 3) return undefined
  const whole = text.slice(0, text.length - fraction.length)
  return whole.replaceAll(mark, '') + fraction
}
