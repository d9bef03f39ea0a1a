import { locked } from '../../../storage/lock'
import type { ActorCtx, Ctx } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { tellWire } from './tell-wire'
import { documentOf, type WireDocument, type WireRow } from './wire-document'

/** A wire of the actor's identity, locked until the transaction ends. */
export function lockOwnWire(ctx: ActorCtx, id: string): Promise<WireRow | undefined> {
  const own = ctx.tx
    .selectFrom('sandbox_wire')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
  return locked(ctx.engine, own).executeTakeFirst()
}

/** Any wire, locked; for what happens by itself and for the world outside. */
export function lockWire(ctx: Ctx, id: string): Promise<WireRow | undefined> {
  const wire = ctx.tx.selectFrom('sandbox_wire').selectAll().where('id', '=', id)
  return locked(ctx.engine, wire).executeTakeFirst()
}

export type WireChange = Partial<
  Pick<
    WireRow,
    | 'state'
    | 'exemption'
    | 'unchecked'
    | 'failure'
    | 'rejected_by'
    | 'executed_at'
    | 'cancellation_reason'
    | 'type'
    | 'fee'
  >
>

/** Writes what changed of a wire that is locked, and tells the platform about a new state. */
export async function changeWire(
  ctx: MoneyCtx,
  row: WireRow,
  change: WireChange,
  document?: WireDocument,
): Promise<WireRow> {
  const set = { ...change, ...(document && { document: JSON.stringify(document) }) }
  await ctx.tx.updateTable('sandbox_wire').set(set).where('id', '=', row.id).execute()
  const changed = { ...row, ...set }
  if (changed.state !== row.state) await tellWire(ctx, changed, document ?? documentOf(row))
  return changed
}
