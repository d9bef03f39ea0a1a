import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { openBrowser } from './browser'
import { PASSWORD } from './test-gateway'

/** As many as one session may have. */
const PER_SESSION = 30

export type ManyStreams = {
  /** Signed in, for whatever is to happen. */
  call: ReturnType<typeof openBrowser>['call']
  count: () => number
  /** Resolves with the moment at which each stream had the words, once all have. */
  hear: (words: string) => Promise<number[]>
  close: () => void
}

/** Opens live streams of one company at a gateway with the embedded sandbox: real connections, over as many sign-ins as it takes. */
export async function openStreams(url: string, email: string, count: number): Promise<ManyStreams> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  const open: ClientRequest[] = []
  const answers: IncomingMessage[] = []
  const listeners = new Set<(stream: number, text: string) => void>()

  async function signIn() {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ value: PASSWORD })
    const made = await fetch(`${url}/__sandbox/secure-tokens`, { method: 'POST', headers, body })
    const { token }: { token: string } = await made.json()
    const browser = openBrowser((asked) => fetch(asked), url)
    const answer = await browser.post('/api/session', { email, password: { value: token } })
    if (answer.status !== 200) throw new Error(`The sign-in answered ${answer.status}.`)
    return browser
  }

  const listen = (cookie: string, index: number) =>
    new Promise<void>((resolve, reject) => {
      const asked = request(`${url}/api/live`, { agent, headers: { cookie } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`A stream answered ${answer.statusCode}.`))
        answers.push(answer)
        answer.setEncoding('utf8')
        answer.on('error', () => {})
        answer.on('data', (text: string) => {
          if (text.includes('"hello"')) resolve()
          for (const hear of listeners) hear(index, text)
        })
      })
      asked.on('error', reject)
      asked.end()
      open.push(asked)
    })

  const browsers = []
  for (let from = 0; from < count; from += PER_SESSION) {
    const browser = await signIn()
    browsers.push(browser)
    const some = Array.from({ length: Math.min(PER_SESSION, count - from) }, (_, n) => from + n)
    await Promise.all(some.map((index) => listen(browser.cookie() ?? '', index)))
  }
  const [first] = browsers
  if (!first) throw new Error('No stream was asked for.')

  return {
    call: first.call,
    count: () => answers.filter((answer) => !answer.destroyed && !answer.readableEnded).length,
    hear: (words) =>
      new Promise((resolve) => {
        const at = new Map<number, number>()
        const hear = (stream: number, text: string) => {
          if (!text.includes(words) || at.has(stream)) return
          at.set(stream, performance.now())
          if (at.size < count) return
          listeners.delete(hear)
          resolve([...at.values()])
        }
        listeners.add(hear)
      }),
    close() {
      for (const asked of open) asked.destroy()
      agent.destroy()
    },
  }
}
