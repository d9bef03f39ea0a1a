import { expect, test } from 'vitest'
import { REMOVED, redact } from './redact'

test('whatever opens something is taken out, however deep, and nothing else', () => {
  const payload = {
    authToken: 'x',
    deep: [
      { token: 'x', password: { value: 'x' }, pin: '1234', cvv: '123', cardNumber: '4111', verificationCode: '1' },
    ],
    cardNumberFirstSix: '411111',
    digitalWalletType: 'MERCHANT_TOKEN',
    pinned: true,
    amount: '1000',
    nothing: null,
  }
  expect(redact(payload)).toEqual({
    authToken: REMOVED,
    deep: [
      {
        token: REMOVED,
        password: REMOVED,
        pin: REMOVED,
        cvv: REMOVED,
        cardNumber: REMOVED,
        verificationCode: REMOVED,
      },
    ],
    cardNumberFirstSix: '411111',
    digitalWalletType: 'MERCHANT_TOKEN',
    pinned: true,
    amount: '1000',
    nothing: null,
  })
  expect(redact('text')).toBe('text')
})
