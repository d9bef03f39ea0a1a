import { locked } from '../../../storage/lock'
import type { Confirmable } from '../challenges/confirmables'
import { parts } from '../challenges/confirmation-rows'
import { type Ctx, done, refuse } from '../context'
import { flushBatch, type MoneyCtx, openBatch } from '../ledger/batch'
import { sendOff } from './send-off'
import type { WireRow } from './wire-document'
import { accountsOf, HOLD_LEDGER_ENTRIES } from './wire-money'
import { changeWire } from './wire-rows'

/**
 * Wires wait in PENDING_CHALLENGE. Whoever declines on the phone has rejected them; what nobody answered in time, or
 * answered wrongly too often, waits on and may be asked about again.
 */
export const wireConfirmation: Confirmable = {
  check: async (ctx, ids) => {
    const rows = (await lockWires(ctx, ids)).filter(({ identity_id }) => identity_id === ctx.actor.identityId)
    if (rows.length < ids.length) return refuse('NOT_FOUND')
    const unfit = rows.find(({ state, unchecked }) => state !== 'PENDING_CHALLENGE' || unchecked === 1)
    if (!unfit) return done(undefined)
    return refuse(unfit.exemption === null ? 'STATE_INVALID' : 'SCA_EXEMPTION_APPLIED')
  },
  confirmed: async (ctx, ids) => {
    for (const some of parts(ids)) await sendTogether(ctx, await lockWires(ctx, some))
  },
  failed: async (ctx, ids, why) => {
    if (why !== 'DECLINED') return
    for (const row of await lockWires(ctx, ids))
      if (row.state === 'PENDING_CHALLENGE')
        await changeWire(ctx, row, { state: 'REJECTED', rejected_by: 'USER', executed_at: ctx.now() })
  },
}

async function lockWires(ctx: Ctx, ids: readonly string[]): Promise<WireRow[]> {
  const rows: WireRow[] = []
  for (const some of parts(ids)) {
    const query = ctx.tx.selectFrom('sandbox_wire').selectAll().where('id', 'in', some).orderBy('id')
    rows.push(...(await locked(ctx.engine, query).execute()))
  }
  return rows
}

/** Wires of one list go off in one batch. */
async function sendTogether(ctx: Ctx, rows: readonly WireRow[]): Promise<void> {
  const batch = await openBatch(ctx, HOLD_LEDGER_ENTRIES * rows.length, rows.flatMap(accountsOf))
  const batched: MoneyCtx = { ...ctx, batch }
  for (const row of rows) await changeWire(batched, row, await sendOff(batched, row))
  await flushBatch(ctx, batch)
}
