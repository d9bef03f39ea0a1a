import { describe, expect, it, vi } from 'vitest'
import { createGate } from './gate'

describe('gate', () => {
  it('gives everybody who waits the one answer and closes', async () => {
    const gate = createGate()
    const waiting = [gate.ask(), gate.ask()]
    expect(gate.isOpen()).toBe(true)
    gate.answer(true)
    expect(await Promise.all(waiting)).toEqual([true, true])
    expect(gate.isOpen()).toBe(false)
  })

  it('asks anew after an answer', async () => {
    const gate = createGate()
    const first = gate.ask()
    gate.answer(false)
    const second = gate.ask()
    gate.answer(true)
    expect([await first, await second]).toEqual([false, true])
  })

  it('tells its listeners when it opens and when it closes, once each', () => {
    const gate = createGate()
    const listener = vi.fn()
    const stop = gate.subscribe(listener)
    void gate.ask()
    void gate.ask()
    gate.answer(true)
    stop()
    void gate.ask()
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
