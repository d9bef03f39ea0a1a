import type { LiveEvent } from '../../contract/live'

/** One open stream of one tab. */
export type EventStream = {
  readonly body: ReadableStream<Uint8Array>
  /** Sends an event; with a number it is one that a returning browser can name. */
  send: (event: LiveEvent, id?: number) => void
  /** A comment, so that nothing in between takes the silence for a dead connection. */
  beat: () => void
  close: () => void
  /** This process is about to end: the browser is to look for another one, at once but not all at the same moment. */
  sendAway: () => void
}
/**
 * What may wait for a slow reader, in bytes; one who is further behind is dropped and catches up when it comes back. Short
 * events count as more than they are, since a chunk costs something beside its bytes.
 */
const QUEUE = 64 * 1024
const LEAST = 256
/** How soon a browser comes back after a lost stream. */
const RETRY_MS = 1000
const AWAY_WITHIN_MS = 400

const encoder = new TextEncoder()

/** Opens a stream. `onClose` runs once, whoever ends it: the browser, the server, or the full queue. */
export function createEventStream(onClose: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start: (c) => {
        controller = c
      },
      cancel: () => {
        controller = undefined
        onClose()
      },
    },
    { highWaterMark: QUEUE, size: (chunk) => Math.max(LEAST, chunk.byteLength) },
  )

  function close(): void {
    if (!controller) return
    controller.close()
    controller = undefined
    onClose()
  }

  function write(text: string): void {
    if (!controller) return
    if ((controller.desiredSize ?? 0) <= 0) close()
    else controller.enqueue(encoder.encode(text))
  }

  write(`retry: ${RETRY_MS}\n\n`)
  return {
    body,
    send: (event, id) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: message\ndata: ${JSON.stringify(event)}\n\n`),
    beat: () => write(': still here\n\n'),
    close,
    sendAway() {
      write(`retry: ${Math.ceil(Math.random() * AWAY_WITHIN_MS)}\n\n`)
      close()
    },
  }
}
