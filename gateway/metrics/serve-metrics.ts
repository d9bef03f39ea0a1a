import { createServer, type Server } from 'node:http'
import type { Metrics } from './metrics'

/**
 * Answers `/metrics` on a port of its own, which no proxy passes on: that figures are not for everybody is then a matter of
 * who can reach the port, as people who run Prometheus expect it.
 */
export function serveMetrics(metrics: Metrics, { port, hostname }: { port: number; hostname: string }): Server {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return server.listen(port, hostname)
}
