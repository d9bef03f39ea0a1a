import { describe, expect, it } from 'vitest'
import type { EntryView } from '#contract/console/entry'
import { expiresHere, type PhoneEntry, phoneState, stepFor } from './way-in'

const email = 'nora@quill.example'
const phone = (state: PhoneEntry['state']): PhoneEntry => ({
  kind: 'phone',
  email,
  state,
  expiresAt: 9_000,
  now: 4_000,
})
const choice: EntryView = { kind: 'choice', email, identities: [] }

describe('the step that is shown', () => {
  it.each([
    ['phone', choice, 'identity'],
    ['identity', { kind: 'password-expired', email } as const, 'password'],
    ['password', phone('WAITING'), 'phone'],
  ] as const)('is what waits, whatever the address names (%s)', (asked, entry, step) => {
    expect(stepFor(asked, entry)).toBe(step)
  })

  it.each(['identity', 'password'] as const)('is the first one where nothing waits (%s)', (asked) => {
    expect(stepFor(asked, undefined)).toBe('first')
  })

  it('is asking a phone, which begins here', () => {
    expect(stepFor('phone', undefined)).toBe('phone')
  })

  it('leaves a registration to its own page', () => {
    const registration: EntryView = { kind: 'registration', email, type: 'CORPORATE' }
    expect(stepFor('identity', registration)).toBe('first')
    expect(stepFor('phone', registration)).toBe('phone')
  })
})

describe('a question to a phone', () => {
  it('ends by the gateway’s clock, whatever ours says', () => {
    expect(expiresHere(phone('WAITING'), 1_000_000)).toBe(1_005_000)
  })

  it('is as the gateway says', () => {
    expect(phoneState(phone('DECLINED'), phone('WAITING'))).toBe('DECLINED')
    expect(phoneState(undefined, undefined)).toBe('NONE')
  })

  it('has expired when it waited and the gateway has forgotten it', () => {
    expect(phoneState(undefined, phone('WAITING'))).toBe('EXPIRED')
    expect(phoneState(undefined, phone('DECLINED'))).toBe('DECLINED')
  })
})
