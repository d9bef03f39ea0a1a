import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { CredentialId, IdentityId } from '../../contract/common'
import type { LiveEvent } from '../../contract/live'
import type { Permission } from '../../contract/permissions'
import type { Who } from '../access/access'
import { type Hearing, hears, neededFor } from './audience'
import type { Bus } from './bus'
import type { EventLog, NumberedEntry } from './event-log'
import type { EventStream } from './event-stream'
import { createFanOut } from './fan-out'

/** A stream, and whose it is. */
export type Subscriber = {
  identityId: string
  sessionId: string
  who: { identity: IdentityId; credentials: CredentialId }
  /** What they may do, as known at the moment. */
  access: Hearing
  stream: Pick<EventStream, 'send' | 'beat' | 'close' | 'sendAway'>
}
type EndReason = Extract<LiveEvent, { type: 'session.ended' }>['reason']
type Needs = {
  log: Pick<EventLog, 'append' | 'after' | 'newest'>
  bus: Bus
  accessOf: (who: Who) => Promise<Hearing>
  logger: Logger
}
/** What gateways tell each other about one session. */
type Said = { from: string; session: string; event?: LiveEvent; ended?: EndReason }

const SESSION = 'session'
const ACCESS = 'access'

export type Hub = ReturnType<typeof createHub>

/** Knows the open streams of this process and who is to hear what, whichever gateway says it. */
export function createHub({ log, bus, accessOf, logger }: Needs) {
  const own = randomUUID()
  const subscribers = new Set<Subscriber>()
  const all = (test: (s: Subscriber) => boolean) => [...subscribers].filter(test)
  let leaving = false
  /** While it is there, somebody's access is being read anew, and no event is passed on. */
  let refreshing: Promise<void> | undefined

  const fanOut = createFanOut({
    log,
    bus,
    logger,
    ready: () => refreshing,
    deliver({ id, identityId, event, needs }: NumberedEntry) {
      for (const { access, stream } of all((s) => s.identityId === identityId)) {
        if (hears(access, event, needs)) stream.send(event, id)
      }
    },
  })

  bus.on(ACCESS, (identityId) => refresh(all((s) => identityId === '*' || s.identityId === identityId)))
  bus.onGap(() => refresh(all(() => true)))
  bus.on(SESSION, (payload) => {
    const { from, session, event, ended }: Said = JSON.parse(payload)
    if (from === own) return
    if (event) sendHere(session, event)
    if (ended) endHere(session, ended)
  })

  /** Reads anew what they may do. Whose cannot be read is hung up on: they come back, and are asked for again. */
  function refresh(those: Subscriber[]): void {
    if (those.length === 0) return
    const before = refreshing
    const done = Promise.all([
      before,
      ...those.map(async (subscriber) => {
        try {
          subscriber.access = await accessOf(subscriber.who)
        } catch (error) {
          logger.error({ err: error }, 'reading the access of a stream failed')
          subscriber.stream.close()
        }
      }),
    ]).then(() => {
      if (refreshing === done) refreshing = undefined
    })
    refreshing = done
  }

  function sendHere(sessionId: string, event: LiveEvent): void {
    for (const { stream } of all((s) => s.sessionId === sessionId)) stream.send(event)
  }

  function endHere(sessionId: string, reason: EndReason): void {
    for (const { stream } of all((s) => s.sessionId === sessionId)) {
      stream.send({ type: 'session.ended', reason })
      stream.close()
    }
  }

  function tell(said: Omit<Said, 'from'>): void {
    bus.tell(SESSION, JSON.stringify({ from: own, ...said })).catch((error: unknown) => {
      logger.error({ err: error }, 'telling other gateways of a session failed')
    })
  }

  return {
    add(subscriber: Subscriber): void {
      subscribers.add(subscriber)
      if (leaving) subscriber.stream.sendAway()
    },
    remove: (subscriber: Subscriber) => subscribers.delete(subscriber),
    count: () => subscribers.size,
    sessionIds: () => [...new Set([...subscribers].map((s) => s.sessionId))],
    ofSession: (sessionId: string) => all((s) => s.sessionId === sessionId).length,
    /** The number of the newest event that streams of this process have. */
    last: fanOut.last,
    start: fanOut.start,

    /**
     * Tells everybody of an identity who may know, at any gateway, now or when they come back. Who has heard a number has
     * heard all the smaller ones that are for them. Without a permission the event itself says whom it concerns.
     */
    publish: (identityId: string, event: LiveEvent, permission?: Permission): Promise<void> =>
      fanOut.publish({ identityId, event, needs: permission === undefined ? neededFor(event) : [permission] }),

    /** Tells the tabs of one session, at whichever gateway; not kept, since it is about this moment. */
    toSession(sessionId: string, event: LiveEvent): void {
      sendHere(sessionId, event)
      tell({ session: sessionId, event })
    },
    /** Tells those tabs of a session that are here, where every gateway tells its own. */
    toSessionHere: sendHere,

    /** Tells the tabs of a session, at whichever gateway, that it is over, and hangs up. */
    endSession(sessionId: string, reason: EndReason): void {
      endHere(sessionId, reason)
      tell({ session: sessionId, ended: reason })
    },
    /** The same for the tabs that are here, where another gateway has ended the session. */
    endSessionHere: endHere,

    /** Shows everybody that the line is alive, and finds what the bus may have kept to itself. */
    beat(): void {
      for (const { stream } of all(() => true)) stream.beat()
      fanOut.check().catch((error: unknown) => logger.error({ err: error }, 'reading the live events failed'))
    },

    /** This process ends: its tabs go on at another one. Who comes to this one all the same is sent away too. */
    sendAllAway(): void {
      leaving = true
      for (const { stream } of all(() => true)) stream.sendAway()
    },
  }
}
