import { expect, it, vi } from 'vitest'
import { gatewayNow, sessionClock, timeLeft } from './session-clock'

it('counts by the gateway, however wrong the clock of this machine is', () => {
  const hourBehind = 1_000_000
  sessionClock.note({ idleDeadline: 4_900_000, now: 4_600_000 }, hourBehind)
  const idle = sessionClock.get()
  expect(idle && timeLeft(idle, hourBehind)).toBe(300_000)
  expect(idle && timeLeft(idle, hourBehind + 240_000)).toBe(60_000)
  expect(idle && timeLeft(idle, hourBehind + 999_000)).toBe(0)
  expect(gatewayNow(hourBehind)).toBe(4_600_000)
})

it('tells those who follow it', () => {
  const listener = vi.fn()
  const stop = sessionClock.subscribe(listener)
  sessionClock.note({ idleDeadline: 2, now: 1 })
  stop()
  sessionClock.note({ idleDeadline: 3, now: 1 })
  expect(listener).toHaveBeenCalledTimes(1)
})
