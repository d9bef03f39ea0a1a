import { expect, it, vi } from 'vitest'
import { activityEvery, startActivity } from './activity'

/** Events made by a program are not trusted; a person's are. */
function press(trusted: boolean): Event {
  const event = new Event('pointerdown')
  return new Proxy(event, { get: (of, key) => (key === 'isTrusted' ? trusted : Reflect.get(of, key)) })
}

function setup() {
  let now = 0
  const heard = new Map<string, (event: Event) => void>()
  const target = {
    addEventListener: (type: string, listener: (event: Event) => void) => heard.set(type, listener),
    removeEventListener: (type: string) => heard.delete(type),
    dispatchEvent: () => true,
  }
  const touch = vi.fn(() => Promise.reject(new Error('signed out')))
  const stop = startActivity({ target: target as unknown as EventTarget, touch, now: () => now })
  return {
    touch,
    stop,
    heard,
    at: (ms: number) => (now = ms),
    act: (trusted = true) => heard.get('pointerdown')?.(press(trusted)),
  }
}

it('says at most every 30 seconds that somebody is there', () => {
  const { touch, at, act } = setup()
  act()
  expect(touch).toHaveBeenCalledTimes(0)
  at(activityEvery)
  act()
  act()
  expect(touch).toHaveBeenCalledTimes(1)
  at(2 * activityEvery)
  act()
  expect(touch).toHaveBeenCalledTimes(2)
})

it('does not count what a script does', () => {
  const { touch, at, act } = setup()
  at(activityEvery)
  act(false)
  expect(touch).not.toHaveBeenCalled()
})

it('stops listening', () => {
  const { heard, stop } = setup()
  stop()
  expect(heard.size).toBe(0)
})
