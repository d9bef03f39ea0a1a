import { expect, test } from 'vitest'
import { withTimeLimit } from './time-limit'

function setUp() {
  const waits: number[] = []
  const due: (() => void)[] = []
  const seen: Request[] = []
  let calledOff = 0
  let answer: (request: Request) => Promise<Response> = () => new Promise(() => {})
  const upstream = withTimeLimit(
    (request) => {
      seen.push(request)
      return answer(request)
    },
    {
      schedule: (run, ms) => {
        waits.push(ms)
        due.push(run)
        return () => {
          calledOff += 1
        }
      },
    },
  )
  const ask = (init: RequestInit = {}) => upstream(new Request('http://multi.upstream/x', init))
  return { ask, waits, due, seen, calledOff: () => calledOff, does: (next: typeof answer) => (answer = next) }
}

test('a read is given up sooner than a write, and ends on the wire too', async () => {
  const { ask, waits, due, seen } = setUp()
  const [read, write] = [ask(), ask({ method: 'POST', body: '{"a":1}' })]
  expect(waits[0]).toBeLessThan(waits[1] ?? 0)
  for (const run of due) run()
  for (const answer of [await read, await write]) {
    expect([answer.status, await answer.json()]).toMatchObject([504, { code: 'UPSTREAM_TIMEOUT' }])
  }
  expect(seen.map(({ signal }) => signal.aborted)).toEqual([true, true])
})

test('an answer in time is passed on as it is, and nothing waits any longer', async () => {
  const { ask, does, calledOff, seen } = setUp()
  does(async (request) => new Response(await request.text(), { status: 201 }))
  const answer = await ask({ method: 'POST', body: '{"a":1}' })
  expect([answer.status, await answer.text(), calledOff()]).toEqual([201, '{"a":1}', 1])
  expect(seen[0]?.signal.aborted).toBe(false)
})

test('whoever gives up is heard upstream; an upstream that breaks is passed on', async () => {
  const { ask, does, seen, calledOff } = setUp()
  does(
    (request) =>
      new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new Error('broken')))),
  )
  const giveUp = new AbortController()
  const call = ask({ signal: giveUp.signal })
  giveUp.abort()
  await expect(call).rejects.toThrow('broken')
  expect([seen[0]?.signal.aborted, calledOff()]).toEqual([true, 1])
})

test('what becomes of a call that was given up interests nobody', async () => {
  const { ask, does, due } = setUp()
  let fail = (_: Error) => {}
  does(
    () =>
      new Promise((_, reject) => {
        fail = reject
      }),
  )
  const call = ask()
  due[0]?.()
  expect((await call).status).toBe(504)
  // An unhandled rejection would end the run.
  fail(new Error('too late'))
  await new Promise((resolve) => setImmediate(resolve))
})
