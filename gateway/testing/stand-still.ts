import { afterAll, beforeAll, vi } from 'vitest'

/**
 * In this file time moves by `advance` alone, however slow the machine is: no limit fills up again and no session grows old
 * while a test works. The machine's timers go on.
 */
export function standStill(): void {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterAll(() => void vi.useRealTimers())
}
