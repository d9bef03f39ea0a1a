import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { locked } from '../../storage/lock'
import type { Engine, Store } from '../../storage/open'
import type { GatewayAuditHeadTable } from '../../storage/schema/audit'
import type { Tx } from '../../storage/transaction'
import { beginning, type Ended, hashOfLine, SYSTEM, sealOf } from './line'

type Head = Selectable<GatewayAuditHeadTable>
/** The first line that the system's chain has about any other one. */
export const OPENED = 'record-opened'

/**
 * Adds a line to its chain. The head's row is locked from here to the commit, so that lines of one chain get their numbers
 * one after the other, however many gateways write; other chains go on meanwhile.
 */
export async function append(tx: Tx, engine: Engine, key: Buffer, line: Ended): Promise<void> {
  const head = (await headOf(tx, engine, line.chain)) ?? (await open(tx, engine, key, line))
  const seq = head.seq + 1
  // Somebody changed the head: no honest line may vouch for that. The chain goes on and stays broken at this place.
  const previous = head.seal === sealOf(key, head) ? head.hash : `tampered\n${head.hash}`
  const hash = hashOfLine(key, previous, { ...line, seq })
  await tx
    .insertInto('gateway_audit_line')
    .values({ ...line, seq, hash })
    .execute()
  const next = { chain: line.chain, seq, hash }
  await tx
    .updateTable('gateway_audit_head')
    .set({ seq, hash, seal: sealOf(key, next) })
    .where('chain', '=', line.chain)
    .execute()
}

const headOf = (tx: Tx, engine: Engine, chain: string): Promise<Head | undefined> =>
  locked(engine, tx.selectFrom('gateway_audit_head').selectAll().where('chain', '=', chain)).executeTakeFirst()

/**
 * A chain's first line is announced in the system's own: a chain that is removed as a whole leaves a gap there. Always in
 * this order, so that two gateways never wait for each other.
 */
async function open(tx: Tx, engine: Engine, key: Buffer, line: Ended): Promise<Head> {
  const { chain } = line
  const last = await tx
    .selectFrom('gateway_audit_line')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('chain', '=', chain)
    .executeTakeFirst()
  const bare = { chain, seq: last?.seq ?? 0, hash: beginning(key, chain) }
  // Lines without a head: somebody took it away, and the seal must not say that nobody did.
  const head = { ...bare, seal: bare.seq === 0 ? sealOf(key, bare) : '' }
  const made = await tx
    .insertInto('gateway_audit_head')
    .values(head)
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) {
    const there = await headOf(tx, engine, chain)
    if (there) return there
  }
  if (chain !== SYSTEM) await append(tx, engine, key, announcement(chain, line.at))
  return head
}

const announcement = (chain: string, at: number): Ended => ({
  chain: SYSTEM,
  id: randomUUID(),
  at,
  person_type: null,
  person_id: null,
  person_name: null,
  role: null,
  operation: OPENED,
  section: 'audit',
  resource: chain,
  change: null,
  amounts: null,
  outcome: 'DONE',
  status: 200,
  code: null,
  request_ref: null,
  proposal: null,
  address: 'gateway',
})

/**
 * Throws when the very first line was written with another key: going on would break every chain for good. A change of
 * later lines does not keep the console from starting; the verification finds it.
 */
export async function sameKey({ db }: Store, key: Buffer): Promise<void> {
  const first = await db
    .selectFrom('gateway_audit_line')
    .selectAll()
    .where('chain', '=', SYSTEM)
    .where('seq', '=', 1)
    .executeTakeFirst()
  if (!first || first.hash === hashOfLine(key, beginning(key, SYSTEM), first)) return
  throw new Error('The audit record of this database was begun with another AUDIT_KEY (or its first line was changed).')
}
