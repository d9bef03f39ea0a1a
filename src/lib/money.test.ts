import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponentOf, formatMoney, majorText, parseMoney } from './money'

const reason = (text: string, currency = 'EUR', options?: { decimalMark: '.' | ',' }) => {
  const parsed = parseMoney(text, currency, options)
  return parsed.ok ? parsed.amount : parsed.reason
}

describe('parseMoney', () => {
  it.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['abc', 'NOT_A_NUMBER'],
    ['12.', 'NOT_A_NUMBER'],
    ['.5', 'NOT_A_NUMBER'],
    ['1.2.3', 'NOT_A_NUMBER'],
    ['+5', 'NOT_A_NUMBER'],
    ['EUR 5', 'NOT_A_NUMBER'],
    ['١٢', 'NOT_A_NUMBER'],
    ['Infinity', 'NOT_A_NUMBER'],
    ['1e3', 'EXPONENT'],
    ['1.5E-2', 'EXPONENT'],
    ['0x10', 'HEX'],
    ['-0XfF', 'HEX'],
    ['-5', 'NEGATIVE'],
    ['\u22125.00', 'NEGATIVE'],
    ['(5.00)', 'NEGATIVE'],
    ['1,000', 'THOUSANDS'],
    ['1,000.00', 'THOUSANDS'],
    ['1 000', 'THOUSANDS'],
    ['1\u00a0000', 'THOUSANDS'],
    ["1'000", 'THOUSANDS'],
    ['12.345', 'TOO_MANY_DECIMALS'],
    ['90071992547409.92', 'TOO_LARGE'],
    ['99999999999999999999', 'TOO_LARGE'],
  ])('refuses %j as %s', (text, expected) => expect(reason(text)).toBe(expected))

  it.each([
    ['0', 0],
    ['10', 1000],
    ['10.5', 1050],
    ['0010.05', 1005],
    [' 10.05 ', 1005],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %j as %d', (text, expected) => expect(reason(text)).toBe(expected))

  it('knows how many decimals a currency has', () => {
    expect([reason('1000', 'JPY'), reason('1.5', 'JPY')]).toEqual([1000, 'TOO_MANY_DECIMALS'])
    expect([reason('1.234', 'KWD'), reason('1.2345', 'KWD')]).toEqual([1234, 'TOO_MANY_DECIMALS'])
  })

  it('takes the comma only where the comma was announced', () => {
    const comma = { decimalMark: ',' } as const
    expect(reason('10,5', 'EUR', comma)).toBe(1050)
    expect(reason('1.000', 'EUR', comma)).toBe('THOUSANDS')
    expect(reason('1.000,50', 'EUR', comma)).toBe('THOUSANDS')
    expect(reason('1,234', 'EUR', comma)).toBe('TOO_MANY_DECIMALS')
  })
})

describe('every amount of every kind of currency', () => {
  const currency = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF')
  const amount = fc.maxSafeNat()

  it('is read back from its own text', () => {
    fc.assert(
      fc.property(currency, amount, (code, value) => {
        expect(parseMoney(majorText({ currency: code, amount: value }), code)).toEqual({ ok: true, amount: value })
      }),
    )
  })

  it('is read back from its text with a decimal comma', () => {
    fc.assert(
      fc.property(currency, amount, (code, value) => {
        const text = majorText({ currency: code, amount: value }).replace('.', ',')
        expect(parseMoney(text, code, { decimalMark: ',' })).toEqual({ ok: true, amount: value })
      }),
    )
  })

  it('keeps every digit when it is printed', () => {
    fc.assert(
      fc.property(currency, fc.maxSafeInteger(), (code, value) => {
        const printed = formatMoney({ currency: code, amount: value })
        const digits = printed.replace(/\D/g, '')
        expect(BigInt(digits)).toBe(BigInt(Math.abs(value)))
        expect(printed.includes('\u2212')).toBe(value < 0)
        expect(printed.split('.')[1]?.length ?? 0).toBe(exponentOf(code))
      }),
    )
  })

  it('never reads anything but digits and one mark', () => {
    fc.assert(
      fc.property(currency, fc.string(), (code, text) => {
        if (parseMoney(text, code).ok) expect(text.trim()).toMatch(/^\d+(\.\d+)?$/)
      }),
    )
  })
})

describe('formatMoney', () => {
  it('writes currency, figure and a real minus', () => {
    expect(formatMoney({ currency: 'EUR', amount: 123450 })).toBe('EUR\u00a01,234.50')
    expect(formatMoney({ currency: 'EUR', amount: -5 })).toBe('EUR\u00a0\u22120.05')
    expect(formatMoney({ currency: 'JPY', amount: 1000 })).toBe('JPY\u00a01,000')
    expect(formatMoney({ currency: 'BHD', amount: 1 })).toBe('BHD\u00a00.001')
    expect(formatMoney({ currency: 'EUR', amount: 100 }, { signed: true })).toBe('EUR\u00a0+1.00')
    expect(formatMoney({ currency: 'EUR', amount: 0 }, { signed: true })).toBe('EUR\u00a00.00')
  })
})
