import { describe, expect, it } from 'vitest'
import { outcomeOf } from './due-diligence'

describe('how a check stands', () => {
  it('before there was an approval', () => {
    const first = (status: Parameters<typeof outcomeOf>[0]['effective']) =>
      outcomeOf({ effective: status, ongoing: status })
    expect(first(undefined)).toBe('start')
    expect(first('NOT_STARTED')).toBe('start')
    expect(first('INITIATED')).toBe('go-on')
    expect(first('PENDING_REVIEW')).toBe('review')
    expect(first('APPROVED')).toBe('approved')
    expect(first('REJECTED')).toBe('rejected')
  })

  it('of somebody approved whose later check is under way', () => {
    expect(outcomeOf({ effective: 'APPROVED', ongoing: undefined })).toBe('approved')
    expect(outcomeOf({ effective: 'APPROVED', ongoing: 'INITIATED' })).toBe('again-go-on')
    expect(outcomeOf({ effective: 'APPROVED', ongoing: 'PENDING_REVIEW' })).toBe('again-review')
    expect(outcomeOf({ effective: 'APPROVED', ongoing: 'REJECTED' })).toBe('again-rejected')
  })

  it('of somebody whose approval counts no longer', () => {
    expect(outcomeOf({ effective: 'INITIATED', ongoing: 'INITIATED' })).toBe('go-on')
    expect(outcomeOf({ effective: 'REJECTED', ongoing: 'REJECTED' })).toBe('rejected')
  })
})
