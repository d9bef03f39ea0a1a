import type { LiveEvent } from '../../contract/live'
import type { EventLog } from './event-log'
import type { EventStream } from './event-stream'

/** A stream, and whose it is. */
export type Subscriber = {
  identityId: string
  sessionId: string
  stream: Pick<EventStream, 'send' | 'beat' | 'close'>
}

export type Hub = ReturnType<typeof createHub>

/** Knows the open streams of this process and who is to hear what. */
export function createHub(log: Pick<EventLog, 'append'>) {
  const subscribers = new Set<Subscriber>()
  let last: Promise<unknown> = Promise.resolve()
  const all = (test: (s: Subscriber) => boolean) => [...subscribers].filter(test)

  return {
    add: (subscriber: Subscriber) => subscribers.add(subscriber),
    remove: (subscriber: Subscriber) => subscribers.delete(subscriber),
    count: () => subscribers.size,
    sessionIds: () => [...new Set([...subscribers].map((s) => s.sessionId))],
    ofSession: (sessionId: string) => all((s) => s.sessionId === sessionId).length,

    /**
     * Tells everybody of an identity, now or when they come back. One after the other: a tab that has heard a number must
     * have heard all the smaller ones, since it will ask for what came after.
     */
    publish(identityId: string, event: LiveEvent): Promise<void> {
      const told = last.then(async () => {
        const id = await log.append(identityId, event)
        for (const { stream } of all((s) => s.identityId === identityId)) stream.send(event, id)
      })
      last = told.catch(() => {})
      return told
    },

    /** Tells the tabs of one session; not kept, since it is about this moment. */
    toSession(sessionId: string, event: LiveEvent): void {
      for (const { stream } of all((s) => s.sessionId === sessionId)) stream.send(event)
    },

    /** Tells the tabs of a session that it is over, and hangs up. */
    endSession(sessionId: string, reason: 'IDLE' | 'SIGNED_OUT' | 'UPSTREAM'): void {
      for (const { stream } of all((s) => s.sessionId === sessionId)) {
        stream.send({ type: 'session.ended', reason })
        stream.close()
      }
    },

    beat(): void {
      for (const { stream } of all(() => true)) stream.beat()
    },

    closeAll(): void {
      for (const { stream } of all(() => true)) stream.close()
    },
  }
}
