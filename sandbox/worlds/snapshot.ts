import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import * as z from 'zod'
import { digestOf, readTable, rowsPerWrite, type Shape, shapesOf, type Values, writeTable } from '../../storage/copy'
import { inSavepoint, type Tx } from '../../storage/transaction'
import type { Sandbox } from '../sandbox'
import { breathe, type World } from './world'

/*
 * A world that takes long to build is kept as its rows. Instants are restored as they were written and not moved to the
 * present: ids carry them, and so do messages to the platform, orders of bulks and the months that cards are good for, and
 * nothing but the verbs knows which digits are one. What is restored within a day is what a bank looks like that was left
 * alone for so long: what fell due meanwhile is done at once. A snapshot that is older, or from a future that the clock was
 * moved to, is built anew.
 */
const FRESH_MS = 24 * 60 * 60_000

/** Not part of any world: how the sandbox is set, and what sessions leave. */
const notKept: ReadonlySet<string> = new Set([
  'sandbox_setting',
  'sandbox_token',
  'sandbox_secure_token',
  'sandbox_idempotency',
])

const Head = z.object({ world: z.string(), builtAt: z.int() })
const Line = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ end: z.int() }),
  z.array(z.union([z.string(), z.number(), z.null()])),
])

/** Writes what the transaction holds to a file, where a directory is set and the world asks for it; a failure is only noted. */
export async function keepSnapshot(sandbox: Sandbox, tx: Tx, name: string, { version }: World): Promise<void> {
  const { snapshotDir: dir, log, store, clock } = sandbox
  if (dir === undefined || version === undefined) return
  const shapes = await shapesOf(tx, 'sandbox_', notKept)
  const file = await fileOf(sandbox, tx, { dir, name, version, shapes })
  const unfinished = `${file}.${process.pid}.part`
  // A world is worth having also where the disk is full.
  try {
    await mkdir(dir, { recursive: true })
    const head = { world: name, builtAt: clock.now() }
    await pipeline(
      lines(tx, store.engine, head, shapes),
      createGzip({ level: 5 }),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await rename(unfinished, file)
    for (const other of await readdir(dir))
      if (other.startsWith(`${name}.`) && join(dir, other) !== file) await rm(join(dir, other), { force: true })
  } catch (error) {
    log.warn({ world: name, error: String(error) }, 'the world could not be kept as a snapshot')
    await rm(unfinished, { force: true })
  }
}

/** Puts a kept world into the empty tables; false where there is none that is good, and then the tables are still empty. */
export async function restoreSnapshot(sandbox: Sandbox, tx: Tx, name: string, { version }: World): Promise<boolean> {
  const { snapshotDir: dir, log } = sandbox
  if (dir === undefined || version === undefined) return false
  const shapes = await shapesOf(tx, 'sandbox_', notKept)
  const file = await fileOf(sandbox, tx, { dir, name, version, shapes })
  try {
    return await inSavepoint(tx, () => restore(sandbox, tx, file, shapes))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    log.warn({ world: name, error: String(error) }, 'a snapshot could not be restored; the world is built anew')
    return false
  }
}

type Kept = { dir: string; name: string; version: number; shapes: readonly Shape[] }

/** Named by all that must be the same: schema, version of the world, and the secret that cards are sealed with. */
async function fileOf({ keys }: Sandbox, tx: Tx, { dir, name, version, shapes }: Kept): Promise<string> {
  const digest = createHmac('sha256', keys.sealing)
    .update(`${await digestOf(tx, shapes)} ${version}`)
    .digest('hex')
  return join(dir, `${name}.${digest.slice(0, 24)}.ndjson.gz`)
}

async function* lines(
  tx: Tx,
  engine: Sandbox['store']['engine'],
  head: z.infer<typeof Head>,
  shapes: readonly Shape[],
) {
  yield `${JSON.stringify(head)}\n`
  let count = 0
  for (const shape of shapes) {
    yield `${JSON.stringify({ table: shape.name, columns: shape.columns })}\n`
    for await (const rows of readTable(tx, engine, shape)) {
      count += rows.length
      for (let at = 0; at < rows.length; at += 500) {
        yield rows
          .slice(at, at + 500)
          .map((row) => `${JSON.stringify(row)}\n`)
          .join('')
        await breathe()
      }
    }
  }
  // Whoever does not find this has a part of a file.
  yield `${JSON.stringify({ end: count })}\n`
}

async function restore({ clock }: Sandbox, tx: Tx, file: string, shapes: readonly Shape[]): Promise<boolean> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked)
  try {
    await Promise.race([once(source, 'open'), once(unpacked, 'error').then(([error]) => Promise.reject(error))])
    return await writeLines(
      clock.now(),
      tx,
      createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY }),
      shapes,
    )
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

async function writeLines(
  now: number,
  tx: Tx,
  input: AsyncIterable<string>,
  shapes: readonly Shape[],
): Promise<boolean> {
  let head: z.infer<typeof Head> | undefined
  let shape: Shape | undefined
  let waiting: Values[] = []
  let count = 0
  const write = async () => {
    if (shape && waiting.length > 0) await writeTable(tx, shape, waiting)
    waiting = []
    await breathe()
  }
  for await (const text of input) {
    const parsed: unknown = JSON.parse(text)
    if (!head) {
      head = Head.parse(parsed)
      if (head.builtAt > now || now - head.builtAt > FRESH_MS) return false
      continue
    }
    const line = Line.parse(parsed)
    if (Array.isArray(line)) {
      waiting.push(line)
      count += 1
      if (shape && waiting.length >= rowsPerWrite(shape)) await write()
    } else if ('table' in line) {
      await write()
      shape = shapes.find(({ name }) => name === line.table)
      if (shape?.columns.join() !== line.columns.join()) throw new Error(`the table ${line.table} is another one`)
    } else {
      await write()
      if (line.end === count) return true
    }
  }
  throw new Error('the snapshot ends too early')
}
