import { LiveEvent } from '../../contract/live'

export const ORIGIN = 'http://127.0.0.1:4000'

type Send = (request: Request) => Response | Promise<Response>
type Extra = { body?: unknown; headers?: Record<string, string> }
export type Heard = { id: number | undefined; event: LiveEvent }

export type Live = {
  status: number
  /** The next event; fails when the stream ends instead. */
  next: () => Promise<Heard>
  /** Reads on to the first event of a type. */
  until: <T extends LiveEvent['type']>(type: T) => Promise<Extract<LiveEvent, { type: T }>>
  /** Everything up to the end of the stream. */
  rest: () => Promise<LiveEvent[]>
  close: () => Promise<void>
}

export type Browser = ReturnType<typeof openBrowser>

/**
 * A browser as the gateway sees one: it sends the cookie that it has when a call leaves, and keeps the one that an answer
 * brings when it arrives.
 */
export function openBrowser(send: Send, origin = ORIGIN) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ') || undefined

  async function call(method: string, path: string, { body, headers = {} }: Extra = {}): Promise<Response> {
    const all = new Headers({ 'x-requested-with': 'multi-console', ...(method !== 'GET' && { origin }), ...headers })
    const sent = cookie()
    if (sent !== undefined) all.set('cookie', sent)
    if (body !== undefined) all.set('content-type', 'application/json')
    const text = body === undefined ? undefined : JSON.stringify(body)
    const answer = await send(new Request(`${origin}${path}`, { method, headers: all, ...(text && { body: text }) }))
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? []
      if (set.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return {
    call,
    get: (path: string, extra?: Extra) => call('GET', path, extra),
    post: (path: string, body?: unknown, headers?: Record<string, string>) =>
      call('POST', path, { body, ...(headers && { headers }) }),
    cookie,
    setCookie: (value: string | undefined) => {
      jar.clear()
      for (const pair of value?.split('; ') ?? []) {
        const [name = '', content = ''] = pair.split('=')
        jar.set(name, content)
      }
    },
    async listen(query = '', headers?: Record<string, string>): Promise<Live> {
      const answer = await call('GET', `/api/live${query}`, headers ? { headers } : {})
      return readLive(answer)
    },
  }
}

function readLive(answer: Response): Live {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''

  async function read(): Promise<Heard | undefined> {
    for (;;) {
      const at = buffer.indexOf('\n\n')
      if (at >= 0) {
        const block = buffer.slice(0, at)
        buffer = buffer.slice(at + 2)
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (data === undefined) continue
        const id = /^id: (\d+)$/m.exec(block)?.[1]
        return { id: id === undefined ? undefined : Number(id), event: LiveEvent.parse(JSON.parse(data)) }
      }
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return undefined
      buffer += chunk.value
    }
  }
  async function next(): Promise<Heard> {
    const heard = await read()
    if (!heard) throw new Error('The stream has ended.')
    return heard
  }

  return {
    status: answer.status,
    next,
    async until(type) {
      for (;;) {
        const { event } = await next()
        if (isOf(event, type)) return event
      }
    },
    async rest() {
      const events: LiveEvent[] = []
      for (;;) {
        const heard = await read()
        if (!heard) return events
        events.push(heard.event)
      }
    },
    close: async () => reader?.cancel(),
  }
}

const isOf = <T extends LiveEvent['type']>(event: LiveEvent, type: T): event is Extract<LiveEvent, { type: T }> =>
  event.type === type
