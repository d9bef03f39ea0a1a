import { describe, expect, it } from 'vitest'
import { mayNeedInvitation, standingOf } from './standing'

const now = 1_000_000
const sent = { userId: '1', sentAt: now - 10, expiresAt: now + 10 }

describe('the standing of a user', () => {
  it.each([
    ['active, and nothing is known', { active: true }, undefined, { state: 'UNKNOWN' }],
    ['invited', { active: true }, sent, { state: 'INVITED', until: now + 10 }],
    ['over at the very instant', { active: true }, { ...sent, expiresAt: now }, { state: 'EXPIRED', since: now }],
    ['accepted', { active: true }, { ...sent, acceptedAt: now - 5 }, { state: 'ACCEPTED', at: now - 5 }],
    [
      'accepted, and the month is over',
      { active: true },
      { ...sent, expiresAt: now - 1, acceptedAt: 7 },
      { state: 'ACCEPTED', at: 7 },
    ],
    ['deactivated, whatever the invitation', { active: false }, sent, { state: 'DEACTIVATED' }],
  ] as const)('%s', (_, user, invitation, expected) => {
    expect(standingOf(user, invitation, now)).toEqual(expected)
  })

  it('offers an invitation to whoever might have none', () => {
    const offered = (['UNKNOWN', 'DEACTIVATED'] as const).map((state) => mayNeedInvitation({ state }))
    expect(offered).toEqual([true, false])
    expect(mayNeedInvitation({ state: 'EXPIRED', since: 1 })).toBe(true)
    expect(mayNeedInvitation({ state: 'INVITED', until: 1 })).toBe(true)
    expect(mayNeedInvitation({ state: 'ACCEPTED', at: 1 })).toBe(false)
  })
})
