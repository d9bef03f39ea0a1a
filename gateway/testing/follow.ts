import { LiveEvent } from '../../contract/live'
import type { Browser, Heard } from './browser'

export type Followed = {
  heard: Heard[]
  /** How often the stream was opened. */
  opened: () => number
  /** Resolves when an event of at least this number has come, or nothing has come for a while. */
  upTo: (id: number, patienceMs: number) => Promise<void>
  stop: () => void
}

/** The live stream as a browser keeps it: when it breaks, it asks again for what came after the last number it has. */
export function follow(browser: Browser): Followed {
  const heard: Heard[] = []
  let opened = 0
  let stopped = false
  let last: number | undefined
  let reader: ReadableStreamDefaultReader<string> | undefined

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        const headers: Record<string, string> = last === undefined ? {} : { 'last-event-id': String(last) }
        const answer = await browser.call('GET', '/api/live', { headers })
        if (answer.status !== 200) throw new Error(`The stream answered ${answer.status}.`)
        opened += 1
        reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
        await read()
      } catch {
        // Cut: the gateway has died, or is about to be found dead.
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function read(): Promise<void> {
    let buffer = ''
    for (;;) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return
      buffer += chunk.value
      const blocks = buffer.split('\n\n')
      buffer = blocks.pop() ?? ''
      for (const block of blocks) take(block)
    }
  }

  function take(block: string): void {
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (data === undefined) return
    const id = /^id: (\d+)$/m.exec(block)?.[1]
    if (id !== undefined) last = Number(id)
    heard.push({ id: id === undefined ? undefined : Number(id), event: LiveEvent.parse(JSON.parse(data)) })
  }

  void run()
  return {
    heard,
    opened: () => opened,
    async upTo(id, patienceMs) {
      const until = Date.now() + patienceMs
      while ((last ?? 0) < id && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 30))
    },
    stop() {
      stopped = true
      reader?.cancel().catch(() => {})
    },
  }
}
