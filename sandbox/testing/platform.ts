import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Heard = { path: string; headers: IncomingHttpHeaders; body: string }
/**
 * What to answer: a status, with a body if there is one, which may never end; `never` hangs until the caller gives up.
 */
export type Reply = { status: number; body?: string; afterMs?: number; unending?: true } | 'never'

/**
 * The company's own server, to which webhooks and questions go: it keeps what it hears and answers as it is told.
 */
export async function openPlatform(reply: (heard: Heard) => Reply = () => ({ status: 204 })) {
  const heard: Heard[] = []
  let answer = reply
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() }
    heard.push(one)
    const said = answer(one)
    if (said === 'never') return
    setTimeout(() => {
      response.writeHead(said.status)
      if (said.unending) response.write(said.body ?? ' ')
      else response.end(said.body)
    }, said.afterMs ?? 0)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the platform has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    heard,
    answers(next: (heard: Heard) => Reply) {
      answer = next
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
