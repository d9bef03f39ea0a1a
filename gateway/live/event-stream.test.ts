import { expect, test } from 'vitest'
import { createEventStream } from './event-stream'

const text = async (body: ReadableStream<Uint8Array>) => new Response(body).text()

test('an event is written with its number and name, a heartbeat as a comment', async () => {
  const stream = createEventStream(() => {})
  stream.send({ type: 'hello', now: 1 }, 7)
  stream.send({ type: 'reset' })
  stream.beat()
  stream.close()
  expect(await text(stream.body)).toBe(
    'retry: 1000\n\nid: 7\nevent: message\ndata: {"type":"hello","now":1}\n\nevent: message\ndata: {"type":"reset"}\n\n: still here\n\n',
  )
})

test('who does not read is dropped, and costs no more than the queue', async () => {
  let closed = 0
  const stream = createEventStream(() => {
    closed += 1
  })
  for (let n = 0; n < 1000; n++) stream.send({ type: 'hello', now: n })
  expect(closed).toBe(1)
  expect((await text(stream.body)).split('data:')).toHaveLength(256)
})

test('a browser that leaves is forgotten once', async () => {
  let closed = 0
  const stream = createEventStream(() => {
    closed += 1
  })
  await stream.body.cancel()
  stream.send({ type: 'reset' })
  stream.close()
  expect(closed).toBe(1)
})
