import { locked } from '../../../storage/lock'
import type { Confirmable } from '../challenges/confirmables'
import { parts } from '../challenges/confirmation-rows'
import { type ActorCtx, type Ctx, done, refuse } from '../context'
import { later } from '../due/later'
import { flushBatch, type MoneyCtx, openBatch } from '../ledger/batch'
import { SEND_LEDGER_ENTRIES } from './book-send'
import type { SendRow } from './send-rows'
import { settleSend } from './settle-send'
import { tellSend } from './tell-send'

/**
 * Sends wait in PENDING_CHALLENGE. Whoever declines on the phone has rejected them; what nobody answered in time, or
 * answered wrongly too often, waits on.
 */
export const sendConfirmation: Confirmable = {
  check: async (ctx, ids) => {
    const rows = await ownSends(ctx, ids)
    if (rows.length < ids.length) return refuse('NOT_FOUND')
    const unfit = rows.find(({ state }) => state !== 'PENDING_CHALLENGE')
    if (!unfit) return done(undefined)
    return refuse(unfit.exemption === null ? 'STATE_INVALID' : 'SCA_EXEMPTION_APPLIED')
  },
  confirmed: async (ctx, ids) => {
    for (const some of parts(ids)) await payTogether(ctx, await sendsOf(ctx, some).execute())
  },
  failed: async (ctx, ids, why) => {
    if (why !== 'DECLINED') return
    for (const some of parts(ids))
      for (const row of await locked(ctx.engine, sendsOf(ctx, some)).execute())
        if (row.state === 'PENDING_CHALLENGE') await reject(ctx, row)
  },
}

async function reject(ctx: Ctx, row: SendRow): Promise<void> {
  const change = { state: 'REJECTED', executed_at: ctx.now() } as const
  await ctx.tx.updateTable('sandbox_send').set(change).where('id', '=', row.id).execute()
  await tellSend(ctx, { ...row, ...change })
}

async function ownSends(ctx: ActorCtx, ids: readonly string[]): Promise<SendRow[]> {
  const rows: SendRow[] = []
  for (const some of parts(ids)) {
    const query = sendsOf(ctx, some).where('identity_id', '=', ctx.actor.identityId)
    rows.push(...(await locked(ctx.engine, query).execute()))
  }
  return rows
}

const sendsOf = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx.selectFrom('sandbox_send').selectAll().where('id', 'in', ids).orderBy('id')

/** Confirmed sends of one list are paid in one batch; what is to be paid later is scheduled. */
async function payTogether(ctx: Ctx, rows: readonly SendRow[]): Promise<void> {
  const instruments = rows.flatMap(({ source_id, destination_id }) => [source_id, destination_id ?? []].flat())
  const batch = await openBatch(ctx, SEND_LEDGER_ENTRIES * rows.length, instruments)
  const batched: MoneyCtx = { ...ctx, batch }
  for (const row of rows) {
    const change = await goOn(batched, row)
    await ctx.tx.updateTable('sandbox_send').set(change).where('id', '=', row.id).execute()
    await tellSend(batched, { ...row, ...change })
  }
  await flushBatch(ctx, batch)
}

async function goOn(ctx: MoneyCtx, row: SendRow): Promise<Partial<SendRow>> {
  // What was confirmed only after its time is paid at once.
  if (row.scheduled_at === null || row.scheduled_at <= ctx.now()) return settleSend(ctx, row)
  await later(ctx, 'send', row.id, row.scheduled_at)
  return { state: 'SCHEDULED' }
}
