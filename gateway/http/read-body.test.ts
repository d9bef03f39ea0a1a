import { expect, test } from 'vitest'
import { readBody } from './read-body'

/** A body in pieces, without a stated length, that counts how many pieces were asked for. */
function inPieces(pieces: number, size: number) {
  let asked = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(c) {
        asked += 1
        if (asked > pieces) c.close()
        else c.enqueue(new Uint8Array(size))
      },
    },
    { highWaterMark: 0 },
  )
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
  return { request: new Request('http://x/', init), asked: () => asked }
}

test('a body comes whole, whatever its pieces', async () => {
  const read = await readBody(new Request('http://x/', { method: 'POST', body: 'hello' }), 5)
  expect(read.ok && new TextDecoder().decode(read.bytes)).toBe('hello')
  const streamed = await readBody(inPieces(3, 10).request, 30)
  expect(streamed.ok && streamed.bytes?.byteLength).toBe(30)
})

test('no body is no bytes', async () => {
  expect(await readBody(new Request('http://x/', { method: 'POST' }), 5)).toEqual({ ok: true, bytes: undefined })
})

test('a body that says it is too long is not read at all', async () => {
  const { request, asked } = inPieces(100, 10)
  request.headers.set('content-length', '1000')
  expect(await readBody(request, 30)).toEqual({ ok: false, why: 'LONG' })
  expect(asked()).toBe(0)
})

test('a body that grows too long is read no further', async () => {
  const { request, asked } = inPieces(100, 10)
  expect(await readBody(request, 30)).toEqual({ ok: false, why: 'LONG' })
  expect(asked()).toBe(4)
})

test.each(['-1', '1e9', 'abc', '99999999999999'])('a length of %s is refused', async (length) => {
  const request = new Request('http://x/', { method: 'POST', body: 'x' })
  request.headers.set('content-length', length)
  expect(await readBody(request, 30)).toEqual({ ok: false, why: 'LONG' })
})

test('bodies of strangers share a room, which each gives back', async () => {
  const room = { left: 100 }
  const bounds = { room, withinMs: 10_000 }
  let release = () => {}
  const held = new ReadableStream<Uint8Array>({
    start(c) {
      c.enqueue(new Uint8Array(80))
      release = () => c.close()
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: held, duplex: 'half' }
  const first = readBody(new Request('http://x/', init), 90, bounds)
  await expect.poll(() => room.left).toBe(20)
  expect(await readBody(inPieces(3, 10).request, 90, bounds)).toEqual({ ok: false, why: 'FULL' })
  expect(room.left).toBe(20)
  release()
  expect((await first).ok).toBe(true)
  expect(room.left).toBe(100)
  expect((await readBody(inPieces(3, 10).request, 90, bounds)).ok).toBe(true)
})

test('whoever takes too long over a body is not waited for', async () => {
  const room = { left: 100 }
  const body = new ReadableStream<Uint8Array>({ start: (c) => c.enqueue(new Uint8Array(10)) })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
  expect(await readBody(new Request('http://x/', init), 90, { room, withinMs: 20 })).toEqual({ ok: false, why: 'SLOW' })
  expect(room.left).toBe(100)
})
