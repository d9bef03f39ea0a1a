import { expect, test } from 'vitest'
import { createBreaker } from './breaker'

function setUp() {
  let now = 0
  let calls = 0
  let answer: () => Promise<Response> = async () => new Response(null, { status: 200 })
  const states: string[] = []
  const breaker = createBreaker(
    async () => {
      calls += 1
      return answer()
    },
    { clock: { now: () => now }, onChange: (state) => states.push(state) },
  )
  const ask = (method = 'GET', signal?: AbortSignal) =>
    breaker.upstream(new Request('http://multi.upstream/x', { method, ...(signal && { signal }) }))
  return {
    breaker,
    states,
    ask,
    calls: () => calls,
    says: (status: number) => {
      answer = async () => new Response(null, { status })
    },
    does: (next: () => Promise<Response>) => {
      answer = next
    },
    pass: (ms: number) => {
      now += ms
    },
  }
}

async function opened() {
  const bank = setUp()
  bank.says(503)
  for (let n = 0; n < 10; n++) await bank.ask()
  return bank
}

test('ten failures in a row open it: nobody is sent there any more, and everybody is told when to come back', async () => {
  const { breaker, ask, calls, states, pass } = await opened()
  expect([breaker.state(), states]).toEqual(['open', ['open']])
  pass(2500)
  for (const method of ['GET', 'POST']) {
    const answer = await ask(method)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '8'])
    expect(await answer.json()).toMatchObject({ code: 'UPSTREAM_DOWN' })
  }
  expect(calls()).toBe(10)
})

test.each([502, 503, 504])('an answer of %i is a failure', async (status) => {
  const { breaker, ask, says } = setUp()
  says(status)
  for (let n = 0; n < 10; n++) await ask()
  expect(breaker.state()).toBe('open')
})

test.each([200, 400, 401, 403, 404, 409, 423, 429, 500])(
  'an answer of %i is none, and forgives former ones',
  async (status) => {
    const { breaker, ask, says } = setUp()
    for (let n = 0; n < 40; n++) {
      says(n % 10 === 9 ? status : 503)
      await ask()
    }
    expect(breaker.state()).toBe('closed')
  },
)

test('a connection that breaks is a failure, a caller who has gone is none', async () => {
  const { breaker, ask, does } = setUp()
  does(async () => {
    throw new Error('gone')
  })
  for (let n = 0; n < 30; n++) await expect(ask('GET', AbortSignal.abort())).rejects.toThrow('gone')
  expect(breaker.state()).toBe('closed')
  for (let n = 0; n < 10; n++) await expect(ask()).rejects.toThrow('gone')
  expect(breaker.state()).toBe('open')
})

test('after a while one call finds out, while the others wait no longer than before', async () => {
  const { breaker, ask, calls, does, says, pass, states } = await opened()
  pass(10_000)
  expect(breaker.state()).toBe('half-open')
  let release = (_: Response) => {}
  does(
    () =>
      new Promise((resolve) => {
        release = resolve
      }),
  )
  const probe = ask()
  expect((await ask('POST')).status).toBe(503)
  expect(calls()).toBe(11)
  release(new Response(null, { status: 503 }))
  expect((await probe).status).toBe(503)
  expect(breaker.state()).toBe('open')
  pass(9999)
  expect((await ask()).headers.get('retry-after')).toBe('1')
  pass(1)
  says(200)
  expect((await ask()).status).toBe(200)
  expect([breaker.state(), states.at(-1)]).toEqual(['closed', 'closed'])
  says(503)
  for (let n = 0; n < 9; n++) await ask()
  expect(breaker.state()).toBe('closed')
})

test('a probe that nobody waits for any more leaves the next one to find out', async () => {
  const { breaker, ask, does, says, pass } = await opened()
  pass(10_000)
  does(async () => {
    throw new Error('gone')
  })
  await expect(ask('GET', AbortSignal.abort())).rejects.toThrow('gone')
  expect(breaker.state()).toBe('half-open')
  says(200)
  expect((await ask()).status).toBe(200)
})

test('a write that fails is not made again', async () => {
  const { ask, says, calls } = setUp()
  says(503)
  expect((await ask('POST')).status).toBe(503)
  expect(calls()).toBe(1)
})
