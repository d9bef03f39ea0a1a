import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatExact, formatTime, fromLocalText, toLocalText, zoneName } from './dates'

const at = Date.UTC(2026, 10, 20, 13, 5, 9)
const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']

describe('an instant in a zone', () => {
  it('is written as the clock there shows it', () => {
    expect(formatDate(at, 'UTC')).toBe('20 Nov 2026')
    expect(formatTime(at, 'Asia/Kathmandu')).toBe('18:50')
    expect(formatDateTime(at, 'Europe/Berlin')).toBe('20 Nov 2026, 14:05')
    expect(formatExact(at, 'Europe/Berlin')).toContain('14:05:09')
    expect(formatExact(at, 'Europe/Berlin')).toContain('GMT+01:00')
    expect(formatTime(Date.UTC(2026, 0, 1), 'UTC')).toBe('00:00')
  })

  it('has the name that holds at that moment', () => {
    expect(zoneName(at, 'Europe/Berlin')).toBe('Central European Standard Time')
    expect(zoneName(Date.UTC(2026, 6, 1), 'Europe/Berlin')).toBe('Central European Summer Time')
  })
})

describe('local text', () => {
  it('goes to an instant and back in any zone', () => {
    const minute = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (zone, minutes) => {
        const text = toLocalText(minutes * 60_000, zone)
        const back = fromLocalText(text, zone)
        // An hour that happens twice comes back as its first; its text is the same.
        expect(back).toBeDefined()
        expect(toLocalText(back ?? 0, zone)).toBe(text)
      }),
    )
  })

  it('does not exist where the clocks jump ahead', () => {
    expect(fromLocalText('2026-03-29T02:30', 'Europe/Berlin')).toBeUndefined()
    expect(fromLocalText('2026-03-29T01:59', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 0, 59))
    expect(fromLocalText('2026-03-29T03:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 0))
  })

  it('is the earlier of two where the clocks go back', () => {
    expect(fromLocalText('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(fromLocalText('2026-10-25T03:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 2, 0))
  })

  it('keeps the seconds that were typed', () => {
    expect(fromLocalText('2026-11-20T14:05:09', 'Europe/Berlin')).toBe(at)
  })

  it.each(['', 'tomorrow', '2026-13-01T00:00', '2026-02-30T00:00', '2026-01-01T24:00', '2026-01-01'])(
    'refuses %j',
    (text) => {
      expect(fromLocalText(text, 'UTC')).toBeUndefined()
    },
  )
})
