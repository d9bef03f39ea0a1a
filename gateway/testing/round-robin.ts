import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

const REST_MS = 2_000

/**
 * A load balancer as one stands before several gateways: the next one's turn with every request. One that does not answer
 * is left alone for a while. A read is asked of the next one; a write only where the connection was refused, that is,
 * where nobody can have seen it: whoever sent it must decide about anything else.
 */
export async function openRoundRobin(ports: readonly number[]) {
  const resting = new Map<number, number>()
  let turn = 0
  const served = new Map(ports.map((port) => [port, 0]))

  function next(): number {
    for (let tries = 0; tries < ports.length; tries++) {
      const port = ports[turn++ % ports.length] as number
      if ((resting.get(port) ?? 0) <= Date.now()) return port
    }
    return ports[turn++ % ports.length] as number
  }

  function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, left: number): void {
    const port = next()
    const { method = 'GET', url: path, headers } = incoming
    const out = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      served.set(port, (served.get(port) ?? 0) + 1)
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
      // A body that breaks off must not look like one that has ended.
      answer.on('error', () => outgoing.destroy())
      answer.on('aborted', () => outgoing.destroy())
    })
    outgoing.on('close', () => out.destroy())
    out.on('error', (error: NodeJS.ErrnoException) => {
      if (outgoing.destroyed || outgoing.headersSent) return void outgoing.destroy()
      resting.set(port, Date.now() + REST_MS)
      const unseen = error.code === 'ECONNREFUSED'
      if (left > 0 && (unseen || method === 'GET')) return pass(incoming, body, outgoing, left - 1)
      outgoing.writeHead(502).end()
    })
    out.end(body)
  }

  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    pass(incoming, Buffer.concat(chunks), outgoing, ports.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** How many answers came from each gateway. */
    served: (port: number) => served.get(port) ?? 0,
    async close(): Promise<void> {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
