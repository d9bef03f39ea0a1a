import type { Server } from 'node:http'
import { type HttpBindings, serve } from '@hono/node-server'

const SECOND = 1000

/** What a client may take, in bytes and in time, before it has asked for anything. */
export const serverLimits = {
  /** All headers together with the first line. */
  maxHeaderSize: 16 * 1024,
  /** Whoever sends one header after the other, slowly, to keep the connection. */
  headersTimeout: 10 * SECOND,
  /** The whole request: the 12 MB of the largest bulk on a line of one megabit. */
  requestTimeout: 120 * SECOND,
  /** Longer than proxies keep theirs (60 s), so that it is never we who hang up on a request that is just leaving. */
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
}

type Fetch = (request: Request, bindings: HttpBindings) => Promise<Response> | Response
type Where = { port: number; hostname: string; limits?: Partial<typeof serverLimits> }

/** Listens. What is no HTTP is answered by Node itself (400, 431, 408), before anything of ours sees it. */
export function listen(fetch: Fetch, { port, hostname, limits }: Where, onListening?: () => void): Server {
  const server = serve(
    {
      fetch: (request, bindings) => fetch(request, bindings as HttpBindings),
      port,
      hostname,
      serverOptions: { ...serverLimits, ...limits },
    },
    onListening,
  )
  // Audited: without options for another kind of server it is Node's plain one.
  return server as Server
}
