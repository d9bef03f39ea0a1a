import { readdirSync } from 'node:fs'
import type { Endpoint } from '#contract/endpoint'

const folder = new URL('../../contract/console/', import.meta.url)

/** Every endpoint of the console's own, whichever file declares it. */
export async function consoleEndpoints(): Promise<Endpoint[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const files: Record<string, unknown>[] = await Promise.all(names.map((name) => import(`${folder.href}${name}`)))
  return files.flatMap((file) => Object.values(file)).filter(isEndpoint)
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'id' in value && 'path' in value && 'responses' in value
