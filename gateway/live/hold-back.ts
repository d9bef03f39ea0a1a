import type { EventStream } from './event-stream'

/** A stream whose live events wait until its past has been sent. */
export type Held = {
  /** What the hub writes to: waits until `release`. */
  stream: Pick<EventStream, 'send' | 'beat' | 'close' | 'sendAway'>
  /** Writes past the queue. */
  direct: EventStream
  /** Lets through what waited and what comes, except events up to number `seen`: the tab has those. */
  release: (seen: number) => void
}

/**
 * The stream hears of events before its past is read, so that none falls between. A gateway that is a moment behind the
 * one that a tab comes from passes on what the tab has heard there: numbers that were seen are left out for good.
 */
export function holdBack(direct: EventStream): Held {
  let waiting: Parameters<EventStream['send']>[] | undefined = []
  let known = 0
  const pass: EventStream['send'] = (event, id) => {
    if (id === undefined || id > known) direct.send(event, id)
  }
  return {
    direct,
    stream: {
      send: (event, id) => (waiting ? void waiting.push([event, id]) : pass(event, id)),
      beat: direct.beat,
      close: direct.close,
      sendAway: direct.sendAway,
    },
    release(seen) {
      const queue = waiting ?? []
      waiting = undefined
      known = seen
      for (const [event, id] of queue) pass(event, id)
    },
  }
}
