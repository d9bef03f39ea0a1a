/** A question that the page puts to the person once, however many ask for the answer. */
export type AskedGate = {
  /** Opens the gate, or joins those who wait at it. */
  ask: () => Promise<boolean>
  /** The person's answer, for everybody who waits. */
  answer: (passed: boolean) => void
  isOpen: () => boolean
  subscribe: (listener: () => void) => () => void
}

export function createGate(): AskedGate {
  let waiting: { promise: Promise<boolean>; settle: (passed: boolean) => void } | undefined
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    ask: () => {
      if (waiting) return waiting.promise
      let settle: (passed: boolean) => void = () => undefined
      const promise = new Promise<boolean>((resolve) => {
        settle = resolve
      })
      waiting = { promise, settle }
      tell()
      return promise
    },
    answer: (passed) => {
      const answered = waiting
      waiting = undefined
      answered?.settle(passed)
      tell()
    },
    isOpen: () => waiting !== undefined,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const stepUpGate = createGate()
export const signInGate = createGate()
