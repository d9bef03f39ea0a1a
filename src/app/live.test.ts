import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchBulk } from '@/api/live-watch'
import { startLive } from './live'

class FakeSource {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  constructor(readonly url: string) {}
  close() {
    this.readyState = 2
  }
  opens() {
    this.readyState = 1
    this.onopen?.()
  }
  refused() {
    this.readyState = 2
    this.onerror?.()
  }
  says(event: unknown) {
    this.onmessage?.({ data: JSON.stringify(event) })
  }
}

function setup(signedInAgain = true) {
  const sources: FakeSource[] = []
  const dispatch = vi.fn()
  const onEnded = vi.fn(() => Promise.resolve(signedInAgain))
  const open = (url: string) => {
    const source = new FakeSource(url)
    sources.push(source)
    return source as unknown as EventSource
  }
  const stop = startLive({ dispatch, onEnded, open })
  return { sources, dispatch, onEnded, stop, last: () => sources.at(-1) }
}

const answers = (status: number, body?: unknown) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body ? JSON.stringify(body) : null, { status })))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('watch list', () => {
  it('opens the next stream with the new list before it closes the last', async () => {
    const { sources, stop } = setup()
    sources[0]?.opens()
    const release = watchBulk('7')
    const again = watchBulk('7')
    await vi.advanceTimersByTimeAsync(100)
    expect(sources.map(({ url }) => url)).toEqual(['/api/live', '/api/live?watch=7'])
    expect(sources[0]?.readyState).toBe(1)
    sources[1]?.opens()
    expect(sources[0]?.readyState).toBe(2)

    release()
    await vi.advanceTimersByTimeAsync(100)
    expect(sources).toHaveLength(2)
    again()
    await vi.advanceTimersByTimeAsync(100)
    expect(sources.at(-1)?.url).toBe('/api/live')
    stop()
  })
})

describe('streams that overlap', () => {
  it('are all closed by the newest one, however quickly the list changed', async () => {
    const { sources, stop } = setup()
    sources[0]?.opens()
    const releases = [watchBulk('7')]
    await vi.advanceTimersByTimeAsync(100)
    releases.push(watchBulk('8'))
    await vi.advanceTimersByTimeAsync(100)
    expect(sources).toHaveLength(3)
    // The second one never got as far as opening.
    sources[2]?.opens()
    expect(sources.map(({ readyState }) => readyState)).toEqual([2, 2, 1])
    for (const release of releases) release()
    stop()
  })

  it('are all closed when the page is left', async () => {
    const { sources, stop } = setup()
    sources[0]?.opens()
    const release = watchBulk('7')
    await vi.advanceTimersByTimeAsync(100)
    stop()
    expect(sources.map(({ readyState }) => readyState)).toEqual([2, 2])
    release()
  })
})

describe('refused stream', () => {
  it('asks for a sign-in when nobody is signed in, and goes on with a reset after it', async () => {
    answers(401)
    const { sources, onEnded, dispatch, last, stop } = setup()
    sources[0]?.refused()
    await vi.advanceTimersByTimeAsync(0)
    expect(onEnded).toHaveBeenCalledWith('IDLE')
    last()?.opens()
    expect(sources).toHaveLength(2)
    expect(dispatch).toHaveBeenCalledWith({ type: 'reset' })
    stop()
  })

  it('tries again, later each time, while the gateway is away', async () => {
    answers(503)
    const { sources, last, stop } = setup()
    sources[0]?.refused()
    await vi.advanceTimersByTimeAsync(999)
    expect(sources).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(sources).toHaveLength(2)
    last()?.refused()
    await vi.advanceTimersByTimeAsync(1_999)
    expect(sources).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(sources).toHaveLength(3)
    stop()
  })
})

describe('ended session', () => {
  it('opens no stream until the person is back', async () => {
    const { sources, onEnded, stop } = setup(false)
    sources[0]?.opens()
    sources[0]?.says({ type: 'session.ended', reason: 'SIGNED_OUT' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onEnded).toHaveBeenCalledWith('SIGNED_OUT')
    expect(sources).toHaveLength(1)
    expect(sources[0]?.readyState).toBe(2)
    stop()
  })
})

it('hands events on, and drops what the contract does not know', () => {
  const error = vi.spyOn(console, 'error').mockReturnValue()
  const { sources, dispatch, stop } = setup()
  sources[0]?.says({ type: 'changed', section: 'transfers', operation: 'transferCreate' })
  sources[0]?.says({ type: 'invented' })
  expect(dispatch.mock.calls).toEqual([[{ type: 'changed', section: 'transfers', operation: 'transferCreate' }]])
  expect(error).toHaveBeenCalled()
  error.mockRestore()
  stop()
})
