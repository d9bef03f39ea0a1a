import type { Store } from '../../storage/open'
import { OPENED } from './chain'
import { beginning, hashOfLine, SYSTEM, sealOf } from './line'

/** What is wrong with a chain, at the first line where it is. */
export type Break = {
  seq: number
  why:
    | 'CHANGED'
    | 'MISSING'
    | 'CUT_OFF'
    | 'ADDED'
    | 'HEAD_MISSING'
    | 'HEAD_CHANGED'
    | 'CHAIN_MISSING'
    | 'CHAIN_REPLACED'
}
/** `hash` of line `lines`: written down elsewhere, it proves later that the record has not been set back. */
export type Verified = { chain: string; lines: number; hash: string; broken?: Break }

const PAGE = 1000

/** Walks a chain from its first line to its head; lines that come meanwhile are left for the next time. */
export async function verifyChain({ db }: Store, key: Buffer, chain: string): Promise<Verified> {
  const head = await db.selectFrom('gateway_audit_head').selectAll().where('chain', '=', chain).executeTakeFirst()
  let seq = 0
  let hash = beginning(key, chain)
  for (;;) {
    const lines = await db
      .selectFrom('gateway_audit_line')
      .selectAll()
      .where('chain', '=', chain)
      .where('seq', '>', seq)
      .$if(head !== undefined, (query) => query.where('seq', '<=', head?.seq ?? 0))
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const line of lines) {
      if (line.seq !== seq + 1) return { chain, lines: seq, hash, broken: { seq: seq + 1, why: 'MISSING' } }
      if (line.hash !== hashOfLine(key, hash, line)) {
        return { chain, lines: seq, hash, broken: { seq: line.seq, why: 'CHANGED' } }
      }
      seq = line.seq
      hash = line.hash
    }
    if (lines.length < PAGE) break
  }
  const held = { chain, lines: seq, hash }
  const broken = await atTheEnd()
  return broken ? { ...held, broken } : held

  async function atTheEnd(): Promise<Break | undefined> {
    if (!head) return seq === 0 ? undefined : { seq, why: 'HEAD_MISSING' }
    if (head.seq > seq) return { seq: seq + 1, why: 'CUT_OFF' }
    if (head.hash !== hash || head.seal !== sealOf(key, head)) return { seq: head.seq, why: 'HEAD_CHANGED' }
    // One statement, so that both are of one moment.
    const beyond = await db
      .selectFrom('gateway_audit_line as line')
      .innerJoin('gateway_audit_head as head', 'head.chain', 'line.chain')
      .select(({ fn }) => fn.min('line.seq').as('seq'))
      .where('line.chain', '=', chain)
      .whereRef('line.seq', '>', 'head.seq')
      .executeTakeFirst()
    return typeof beyond?.seq === 'number' ? { seq: beyond.seq, why: 'ADDED' } : undefined
  }
}

/** Walks all chains, the system's first; one that it announced must be there, and be announced once. */
export async function verifyAll(store: Store, key: Buffer): Promise<Verified[]> {
  const { db } = store
  const found = await db.selectFrom('gateway_audit_line').select('chain').distinct().execute()
  const headed = await db.selectFrom('gateway_audit_head').select('chain').execute()
  const announced = await db
    .selectFrom('gateway_audit_line')
    .select(({ fn }) => ['resource', fn.countAll<number>().as('times')])
    .where('chain', '=', SYSTEM)
    .where('operation', '=', OPENED)
    .groupBy('resource')
    .execute()
  const times = new Map(announced.map((row) => [row.resource ?? '', Number(row.times)]))
  const chains = new Set([SYSTEM, ...[...found, ...headed].map(({ chain }) => chain).sort(), ...times.keys()])
  const results: Verified[] = []
  for (const chain of chains) {
    const result = await verifyChain(store, key, chain)
    const known = chain === SYSTEM ? 1 : (times.get(chain) ?? 0)
    const why = result.lines === 0 && chain !== SYSTEM ? 'CHAIN_MISSING' : known === 1 ? undefined : 'CHAIN_REPLACED'
    results.push(!result.broken && why ? { ...result, broken: { seq: 1, why } } : result)
  }
  return results
}
