import { once } from 'node:events'
import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { type Found, findPostgres } from './find'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with where PostgreSQL is; the first to ask makes it start. */
    postgresDoor: string
  }
}

/** What the door answers. */
export type Answer = { url: string } | { reason: string }

/**
 * Keeps a PostgreSQL for the run, started when the first test file asks for it: a run that needs none pays nothing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let found: Promise<Found> | undefined
  const door = createServer(async (_, response) => {
    found ??= findPostgres().then(announced)
    const place = await found
    const answer: Answer = 'server' in place ? { url: place.server.url } : place
    response.end(JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('The door to PostgreSQL has no port.')
  project.provide('postgresDoor', `http://127.0.0.1:${address.port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    const place = await found
    if (place && 'server' in place) await place.server.stop()
  }
}

function announced(found: Found): Found {
  if ('reason' in found) console.warn(`\n${found.reason} The PostgreSQL half of the storage tests is left out.\n`)
  return found
}
