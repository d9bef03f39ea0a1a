import { createDesk } from './desk'
import { browserDraftStore } from './draft-store'
import type { DeskReply, DeskRequest } from './protocol'

const desk = createDesk(browserDraftStore)
let last: Promise<unknown> = Promise.resolve()

/** Requests are answered one after another, as they were asked. */
self.onmessage = ({ data }: MessageEvent<DeskRequest>) => {
  last = last.then(async () => {
    let reply: DeskReply
    try {
      // The pair of name and question belongs together by the type of the request; the compiler cannot follow the union.
      const handle = desk[data.call] as (ask: DeskRequest['ask']) => Promise<unknown>
      reply = { id: data.id, ok: true, answer: await handle(data.ask) }
    } catch (cause) {
      reply = { id: data.id, ok: false, error: cause instanceof Error ? cause.message : String(cause) }
    }
    self.postMessage(reply)
  })
}
