import type { AskDesk, DeskReply } from './protocol'

export type DeskClient = { ask: AskDesk; close: () => void }

/** Starts the worker that holds the rows. The page never sees more of them than it shows. */
export function startDesk(): DeskClient {
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let next = 1

  worker.onmessage = ({ data }: MessageEvent<DeskReply>) => {
    const caller = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) caller?.resolve(data.answer)
    else caller?.reject(new Error(data.error))
  }
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'The worker stopped'))
    waiting.clear()
  }

  return {
    ask: (call, ask, transfer = []) =>
      new Promise((resolve, reject) => {
        const id = next
        next += 1
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject })
        worker.postMessage({ id, call, ask }, transfer)
      }),
    close: () => worker.terminate(),
  }
}
