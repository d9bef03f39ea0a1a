/** What one euro is worth. The sandbox's own figures: they do not move. */
const perEuro: Readonly<Record<string, number>> = {
  ...{ AUD: 1.65, BGN: 1.95583, BRL: 5.6, CAD: 1.47, CHF: 0.95, CNY: 7.8, CZK: 25.2, DKK: 7.46, EUR: 1, GBP: 0.85 },
  ...{ HKD: 8.4, HUF: 390, IDR: 17_000, ILS: 4, INR: 90, ISK: 150, JPY: 163, KRW: 1480, MXN: 19.5, MYR: 4.8 },
  ...{
    NOK: 11.6,
    NZD: 1.8,
    PHP: 62,
    PLN: 4.3,
    RON: 4.97,
    SEK: 11.4,
    SGD: 1.45,
    THB: 37,
    TRY: 35,
    USD: 1.08,
    ZAR: 19.5,
  },
}
/** ISO 4217: the others have hundredths. */
const withoutDecimals = new Set(['ISK', 'JPY', 'KRW'])
const decimals = (currency: string) => (withoutDecimals.has(currency) ? 0 : 2)

const SCALE = 8
/** `value / 10^scale`, between whole units of two currencies. */
export type Rate = { value: number; scale: number }

/** The rate between two currencies; `undefined` where the sandbox trades in one of them not at all. */
export function rateOf(from: string, to: string): Rate | undefined {
  const [worth, wanted] = [perEuro[from], perEuro[to]]
  if (worth === undefined || wanted === undefined) return undefined
  return { value: Math.round((wanted / worth) * 10 ** SCALE), scale: SCALE }
}

/** Minor units in another currency, rounded, and never nothing for something; `undefined` where that cannot be said. */
export function convert(amount: number, from: string, to: string): number | undefined {
  if (from === to) return amount
  const rate = rateOf(from, to)
  if (!rate) return undefined
  const shift = decimals(to) - decimals(from)
  const dividend = BigInt(amount) * BigInt(rate.value) * 10n ** BigInt(Math.max(shift, 0))
  const divisor = 10n ** BigInt(rate.scale + Math.max(-shift, 0))
  const converted = Number((dividend + divisor / 2n) / divisor)
  return Number.isSafeInteger(converted) ? Math.max(converted, 1) : undefined
}

/** As text, for statements: `1.08`. */
export const rateText = ({ value, scale }: Rate): string => String(value / 10 ** scale)
