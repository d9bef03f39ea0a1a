import type { Context, Hono } from 'hono'
import { Id } from '../../contract/common'
import { notSignedIn, refusal } from '../http/answers'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { hears } from './audience'
import { createEventStream } from './event-stream'
import { type Held, holdBack } from './hold-back'
import type { Subscriber } from './hub'

/** Bulks that one tab may watch, and tabs that one session may have: a limit for the runaway, not for the busy. */
const MAX_WATCHED = 20
const MAX_STREAMS = 30
/** What an ended stream still holds goes out within this time, or not at all. */
const PATIENCE_MS = 5_000
const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }

/**
 * The live stream of a tab. `watch` names bulks whose progress it wants. A browser that comes back names the last event
 * it has by `Last-Event-ID`, or by `after` where it opens a new stream of its own accord.
 */
export function liveRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { table, cookie, life, hub, access, eventLog, poller, bulkInstruments, limits, options } = parts

  app.get('/api/live', async (c) => {
    const cookieId = cookie.read(c)
    const session = cookieId === undefined ? undefined : await table.byCookie(cookieId)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    if (wait !== undefined) return tooMany(wait)
    const watched = c.req.queries('watch') ?? []
    if (watched.length > MAX_WATCHED || !watched.every((id) => Id.safeParse(id).success)) {
      return refusal(400, 'BAD_WATCH', 'That is no list of bulks.')
    }

    // Hono serves HEAD by the same route and drops the body, which nobody would then ever close.
    if (c.req.method === 'HEAD') return new Response(null, { headers: HEADERS })

    const mine = await access.of(session)
    // Nothing is waited for from here until the stream is counted: of many at once no more get in than may.
    if (hub.ofSession(session.id) >= MAX_STREAMS) return refusal(429, 'TOO_MANY_STREAMS', 'Too many tabs are open.')
    let isOpen = true
    const stream = createEventStream(() => {
      isOpen = false
      hub.remove(subscriber)
      poller.leave(subscriber)
      hangUpLater(c)
    })
    const held = holdBack(stream)
    const subscriber: Subscriber = {
      identityId: session.identity.id,
      sessionId: session.id,
      who: session,
      access: mine,
      stream: held.stream,
    }
    hub.add(subscriber)
    const from = hub.last()
    life.attend(session)
    // Once more: what changed before the hub knew of this stream was told to the others alone.
    subscriber.access = await access.of(session)
    await greet(subscriber, from, c.req.header('last-event-id') ?? c.req.query('after'), held)
    const watchable = await mayWatch(subscriber, watched)
    // A replay longer than the queue has ended the stream already; the browser comes back for the rest.
    if (isOpen) for (const bulkId of watchable) poller.watch(subscriber, bulkId)
    return new Response(stream.body, { headers: HEADERS })
  })

  /** As with a bulk of somebody else: what must not be seen is quietly not watched. */
  async function mayWatch({ identityId, access: mine }: Subscriber, watched: string[]): Promise<Iterable<string>> {
    return mine.permissions.has('bulks.view') ? bulkInstruments.seen(mine, identityId, watched) : []
  }

  /** Hello, then what was missed, then what came in the meantime. */
  async function greet(subscriber: Subscriber, from: number, last: string | undefined, held: Held): Promise<void> {
    const hello = { type: 'hello', now: options.clock.now() } as const
    const after = last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) : undefined
    const missed = after === undefined ? undefined : await eventLog.since(subscriber.identityId, after)
    if (after !== undefined && missed) {
      // The hello repeats the number it was given: a stream that breaks now must not pass over what is still to come.
      held.direct.send(hello, after)
      for (const { id, event, needs } of missed) {
        if (hears(subscriber.access, event, needs)) held.direct.send(event, id)
      }
      return held.release(missed.at(-1)?.id ?? after)
    }
    held.direct.send(hello, from)
    if (last !== undefined) held.direct.send({ type: 'reset' })
    held.release(from)
  }
}

/**
 * A stream that has ended may still be on its way to somebody who reads slowly. What nobody fetches would stay in memory
 * for as long as the other side likes.
 */
function hangUpLater(c: Context<GatewayEnv>): void {
  // Tests have no socket.
  const { outgoing } = (c.env ?? {}) as { outgoing?: { writableFinished: boolean; destroy: () => void } }
  if (!outgoing || outgoing.writableFinished) return
  setTimeout(() => {
    if (!outgoing.writableFinished) outgoing.destroy()
  }, PATIENCE_MS).unref()
}
