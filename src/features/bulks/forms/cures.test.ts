import { expect, test } from 'vitest'
import { cured } from './cures'

test.each([
  ['TRIM', ' EUR\u00a0', {}, 'EUR'],
  ['UPPERCASE', ' eur', {}, 'EUR'],
  ['DECIMAL_MARK', '12,50', { suggestion: '12.50' }, '12.50'],
  ['USE_SUGGESTION', 'Payrol', { suggestion: 'Payroll' }, 'Payroll'],
  ['UNGROUP', '1,000', { currency: 'EUR' }, '1000'],
  ['UNGROUP', '1,234,567.50', { currency: 'EUR' }, '1234567.50'],
  ['UNGROUP', '1 234', { currency: 'EUR' }, '1234'],
  ['UNGROUP', "1'234.5", { currency: 'KWD' }, '1234.5'],
  // One thousand dinars, or one dinar? Only the person knows.
  ['UNGROUP', '1,000', { currency: 'KWD' }, undefined],
  ['UNGROUP', '1,00', { currency: 'EUR' }, undefined],
  ['UNGROUP', '12,34,567', { currency: 'EUR' }, undefined],
] as const)('%s makes %j with %j into %j', (cure, value, params, after) => {
  expect(cured(cure, { value, params })).toBe(after)
})
