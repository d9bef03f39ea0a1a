import { locked } from '../../../storage/lock'
import type { Confirmable } from '../challenges/confirmables'
import { parts } from '../challenges/confirmation-rows'
import { type Ctx, done, refuse } from '../context'
import type { CorrespondentRow } from './correspondent-document'
import { changeCorrespondent } from './correspondent-rows'
import { sendOffCorrespondent } from './send-off-correspondent'

/** Transfers wait in PENDING_CHALLENGE. Whoever declines on the phone has rejected them; all else leaves them waiting. */
export const correspondentConfirmation: Confirmable = {
  check: async (ctx, ids) => {
    const rows = (await lockAll(ctx, ids)).filter(({ identity_id }) => identity_id === ctx.actor.identityId)
    if (rows.length < ids.length) return refuse('NOT_FOUND')
    return rows.every(({ state }) => state === 'PENDING_CHALLENGE') ? done(undefined) : refuse('STATE_INVALID')
  },
  confirmed: async (ctx, ids) => {
    for (const row of await lockAll(ctx, ids)) await sendOffCorrespondent(ctx, row)
  },
  failed: async (ctx, ids, why) => {
    if (why !== 'DECLINED') return
    for (const row of await lockAll(ctx, ids))
      if (row.state === 'PENDING_CHALLENGE')
        await changeCorrespondent(ctx, row, { state: 'REJECTED', executed_at: ctx.now() })
  },
}

async function lockAll(ctx: Ctx, ids: readonly string[]): Promise<CorrespondentRow[]> {
  const rows: CorrespondentRow[] = []
  for (const some of parts(ids)) {
    const query = ctx.tx.selectFrom('sandbox_correspondent_transfer').selectAll().where('id', 'in', some).orderBy('id')
    rows.push(...(await locked(ctx.engine, query).execute()))
  }
  return rows
}
