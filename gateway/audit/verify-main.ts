import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../storage/open'
import { keyFor } from '../keys'
import { type Break, verifyAll } from './verify'

/**
 * `npm run audit:verify [database]`: walks the whole audit record and says at which line of which chain it does not hold. The
 * database and its key are those of the environment: DATABASE_URL or DATA_DIR, AUDIT_KEY or the file beside the data.
 */
const dataDir = process.env.DATA_DIR || 'data'
const url = process.argv[2] ?? (process.env.DATABASE_URL || join(dataDir, 'multi-console.db'))
const keyFile = join(dataDir, 'audit.key')

const words: Record<Break['why'], string> = {
  CHANGED: 'was changed, moved or put in',
  MISSING: 'is missing',
  CUT_OFF: 'and whatever followed is missing: the end was cut off',
  ADDED: 'stands behind the end: it was added by somebody else',
  HEAD_MISSING: 'is the last one, and nothing vouches for it: the end of the chain was removed',
  HEAD_CHANGED: 'is the last one, and what vouches for it was changed',
  CHAIN_MISSING: 'and all others are missing: the whole chain was removed',
  CHAIN_REPLACED: 'begins a chain that was not announced once: the former one was replaced',
}

process.exitCode = await main()

async function main(): Promise<number> {
  const given = process.env.AUDIT_KEY
  if (!url.includes('://') && !existsSync(url)) return no(`There is no database at ${url}.`)
  if (!given && !existsSync(keyFile)) return no(`There is neither AUDIT_KEY nor the key's file ${keyFile}.`)
  const key = keyFor(given ? Buffer.from(given, 'base64') : undefined, keyFile)
  const store = await openStore(url)
  try {
    const results = await verifyAll(store, key)
    for (const { chain, lines, hash, broken } of results) {
      const verdict = broken
        ? `BROKEN  line ${broken.seq} ${words[broken.why]}`
        : `holds   ${lines} lines, up to ${hash}`
      process.stdout.write(`${chain.padEnd(20)} ${verdict}\n`)
    }
    const bad = results.filter(({ broken }) => broken).length
    const sum = results.reduce((all, { lines }) => all + lines, 0)
    process.stdout.write(
      bad === 0 ? `The record holds: ${sum} lines checked.\n` : `${bad} of ${results.length} chains are broken.\n`,
    )
    return bad === 0 ? 0 : 1
  } finally {
    await store.close()
  }
}

function no(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
