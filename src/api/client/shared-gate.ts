type SharedGate = {
  /** How often the gate has been passed so far; a call notes it before it is sent. */
  times: () => number
  /** Waits at the gate. Opens it only if nobody has passed it since the call was sent. */
  pass: (seen: number, signal?: AbortSignal) => Promise<boolean>
}

/** One gate for many waiting calls: ten refused calls open one dialog, and so does a late eleventh. */
export function sharedGate(ask: (() => Promise<boolean>) | undefined): SharedGate {
  let waiting: Promise<boolean> | undefined
  let count = 0

  const open = async (): Promise<boolean> => {
    const passed = ask ? await ask() : false
    if (passed) count += 1
    return passed
  }

  return {
    times: () => count,
    pass: (seen, signal) => {
      signal?.throwIfAborted()
      if (seen < count) return Promise.resolve(true)
      waiting ??= open().finally(() => {
        waiting = undefined
      })
      return signal ? untilAborted(waiting, signal) : waiting
    },
  }
}

/** A call that is given up stops waiting; the dialog stays for the others. */
function untilAborted(waiting: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
