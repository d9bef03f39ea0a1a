import { LiveEvent } from '#contract/live'
import { reportDrift } from '@/api/client'
import { ApiError } from '@/api/client/api-error'
import { onWatchChange, watchedBulks } from '@/api/live-watch'
import { fetchSession } from '@/api/session'

export type EndReason = Extract<LiveEvent, { type: 'session.ended' }>['reason']
type Parts = {
  dispatch: (event: LiveEvent) => void
  /** Nobody is signed in any more; resolves true once the person is again. */
  onEnded: (reason: EndReason) => Promise<boolean>
  open?: (url: string) => EventSource
}

const patience = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * The tab's one stream. A cut line mends itself (the browser asks for what it missed); a refused one is looked into. A
 * new watch list opens the next stream before the last one closes, so that nothing falls in between.
 */
export function startLive({ dispatch, onEnded, open = (url) => new EventSource(url) }: Parts): () => void {
  let source: EventSource | undefined
  /** Streams that the newest one has yet to take over from: more than one where the list changed twice in a moment. */
  let before: EventSource[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  function connect(): void {
    clearTimeout(timer)
    if (stopped) return
    if (source) before.push(source)
    const list = new URLSearchParams(watchedBulks().map((id) => ['watch', id]))
    const next = open(`/api/live${list.size > 0 ? `?${list}` : ''}`)
    source = next
    next.onopen = () => {
      if (source === next) closeFormer()
      // Between a refused stream and this one events were lost.
      if (failures > 0) dispatch({ type: 'reset' })
      failures = 0
    }
    next.onmessage = ({ data }: MessageEvent<string>) => hear(data)
    next.onerror = () => {
      if (next.readyState !== 2 || source !== next) return
      closeFormer()
      void lookInto()
    }
  }

  function closeFormer(): void {
    for (const former of before) former.close()
    before = []
  }

  function hear(data: string): void {
    const parsed = LiveEvent.safeParse(JSON.parse(data))
    if (!parsed.success) reportDrift('live', parsed.error.message)
    else if (parsed.data.type !== 'session.ended') dispatch(parsed.data)
    else {
      closeFormer()
      source?.close()
      void resume(parsed.data.reason)
    }
  }

  /** Refused: either nobody is signed in, or the gateway is away for a while. */
  async function lookInto(): Promise<void> {
    const error = await fetchSession().then(
      () => undefined,
      (cause: unknown) => cause,
    )
    if (stopped) return
    if (error instanceof ApiError && error.status === 401) return resume('IDLE')
    timer = setTimeout(connect, patience[Math.min(failures, patience.length - 1)])
    failures += 1
  }

  async function resume(reason: EndReason): Promise<void> {
    failures += 1
    if (await onEnded(reason)) connect()
  }

  const stopWatching = onWatchChange(() => {
    clearTimeout(timer)
    // Several parts of a page ask at once.
    timer = setTimeout(connect, 50)
  })
  connect()

  return () => {
    stopped = true
    stopWatching()
    clearTimeout(timer)
    closeFormer()
    source?.close()
  }
}
