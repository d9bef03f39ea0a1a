import type { SessionClock } from '#contract/session'

/** The last minute is when the person is warned. */
export const warnBelow = 60_000

/** When the session ends unless the person does something, by the gateway's clock, and how far that is ahead of ours. */
export type Idle = { deadline: number; ahead: number }

let idle: Idle | undefined
const listeners = new Set<() => void>()

/** What is known of the session's idle time; every answer and event that tells it is noted the moment it arrives. */
export const sessionClock = {
  get: (): Idle | undefined => idle,
  note: ({ idleDeadline, now }: SessionClock, here = Date.now()): void => {
    idle = { deadline: idleDeadline, ahead: now - here }
    for (const listener of listeners) listener()
  },
  /** The session is over, sooner than the clock said. */
  end: (here = Date.now()): void => sessionClock.note({ idleDeadline: here, now: here }, here),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

/** The time by the gateway's clock: it decides what is past and what lies ahead, not a machine that may be wrong. */
export const gatewayNow = (here = Date.now()): number => here + (idle?.ahead ?? 0)

/** Milliseconds until the session ends, whatever this machine's own clock says. */
export const timeLeft = ({ deadline, ahead }: Idle, here: number): number => Math.max(0, deadline - (here + ahead))
