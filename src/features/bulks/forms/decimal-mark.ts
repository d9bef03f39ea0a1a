import type { Delimiter } from '@/lib/csv/sniff-delimiter'

export type DecimalMark = '.' | ','
/** `sure: false` means that the amounts can be read both ways, and the person is asked once. */
export type MarkFound = { mark: DecimalMark; sure: boolean }

/** Finds out what separates cents in a column of amounts. Three digits after a mark prove nothing: 1,000 or 1.000? */
export function detectDecimalMark(amounts: readonly string[], delimiter: Delimiter): MarkFound {
  let dots = 0
  let commas = 0
  let unclearDots = 0
  let unclearCommas = 0
  for (const cell of amounts) {
    const amount = cell.trim()
    if (/^\d{1,3}(,\d{3})+\.\d+$/.test(amount)) dots += 1
    else if (/^\d{1,3}(\.\d{3})+,\d+$/.test(amount)) commas += 1
    else if (/^\d{1,3}\.\d{3}$/.test(amount)) unclearDots += 1
    else if (/^\d{1,3},\d{3}$/.test(amount)) unclearCommas += 1
    else if (/^\d+\.\d+$/.test(amount)) dots += 1
    else if (/^\d+,\d+$/.test(amount)) commas += 1
  }
  if (dots > 0 && commas > 0) {
    // A few slips among many are better shown as slips than asked about.
    const mark = dots >= commas ? '.' : ','
    return { mark, sure: Math.max(dots, commas) >= 10 * Math.min(dots, commas) }
  }
  if (dots > 0) return { mark: '.', sure: true }
  if (commas > 0) return { mark: ',', sure: true }
  if (delimiter === ',' || unclearDots + unclearCommas === 0) return { mark: '.', sure: true }
  return { mark: unclearCommas > 0 ? ',' : '.', sure: false }
}
