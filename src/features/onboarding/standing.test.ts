import { describe, expect, it } from 'vitest'
import { furthestAfter, type Root, shownBefore } from './standing'

const root = (change: Partial<Root> = {}): Root => ({
  mine: true,
  emailVerified: true,
  mobileNumberVerified: true,
  ...change,
})

describe('the furthest step', () => {
  it('follows from what the server knows', () => {
    expect(furthestAfter({ waiting: false, root: undefined })).toBeUndefined()
    expect(furthestAfter({ waiting: true, root: undefined })).toBe('password')
    const unproved = root({ emailVerified: false, mobileNumberVerified: false })
    expect(furthestAfter({ waiting: false, root: unproved })).toBe('email')
    // A registration that another tab left behind does not lead back.
    expect(furthestAfter({ waiting: true, root: unproved })).toBe('email')
    expect(furthestAfter({ waiting: false, root: root({ emailVerified: false }) })).toBe('email')
    expect(furthestAfter({ waiting: false, root: root({ mobileNumberVerified: false }) })).toBe('mobile')
    expect(furthestAfter({ waiting: false, root: root() })).toBe('check')
  })

  it('is the news of the check where there is nothing to do but wait, also for who has not confirmed a phone', () => {
    const unproved = root({ mobileNumberVerified: false })
    expect(furthestAfter({ waiting: false, root: unproved, decided: true })).toBe('check')
    expect(furthestAfter({ waiting: false, root: root({ emailVerified: false }), decided: true })).toBe('email')
  })

  it('asks nobody to prove what is another person’s', () => {
    expect(furthestAfter({ waiting: false, root: root({ mine: false, emailVerified: false }) })).toBe('check')
  })

  it('before the registration is the earlier of the one asked for and what the draft allows', () => {
    const ids = ['need', 'you', 'address', 'review'] as const
    expect(shownBefore(ids, 'address', undefined)).toBe('need')
    expect(shownBefore(ids, 'address', 'review')).toBe('address')
    expect(shownBefore(ids, 'address', 'you')).toBe('you')
    expect(shownBefore(ids, 'review', 'review')).toBe('review')
    expect(shownBefore(ids, 'review', 'nowhere')).toBe('need')
    // The registration waits no more: what was typed is sent again from its review, or gone on with where it stops.
    expect(shownBefore(ids, 'review', 'password')).toBe('review')
    expect(shownBefore(ids, 'review', 'verify')).toBe('review')
    expect(shownBefore(ids, 'need', 'mobile')).toBe('need')
  })
})
