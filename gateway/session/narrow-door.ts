export type NarrowDoor = {
  /** Does the work now or when its turn comes; `undefined` when too many wait already. */
  pass: <T>(work: () => Promise<T>) => Promise<T> | undefined
}

/**
 * Lets so many through at a time and makes the next few wait. A sign-in costs a slow hash on purpose: a flood of them,
 * from whoever, must not leave those who are signed in without an answer.
 */
export function createNarrowDoor({ atOnce, waiting }: { atOnce: number; waiting: number }): NarrowDoor {
  const queue: (() => void)[] = []
  let inside = 0

  function leave(): void {
    const next = queue.shift()
    // Whoever waited takes over the place.
    if (next) next()
    else inside -= 1
  }

  async function enter<T>(work: () => Promise<T>): Promise<T> {
    if (inside < atOnce) inside += 1
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      leave()
    }
  }

  return {
    pass: (work) => (inside >= atOnce && queue.length >= waiting ? undefined : enter(work)),
  }
}
