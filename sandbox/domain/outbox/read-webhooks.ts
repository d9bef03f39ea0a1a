import type { Selectable } from 'kysely'
import type { SandboxWebhookTable } from '../../../storage/schema/machinery'
import type { Ctx } from '../context'
import { type Window, windowOf } from '../page'

type Row = Selectable<SandboxWebhookTable>
export type WebhookQuery = Window & { event?: string | undefined; status?: Row['status'] | undefined }

const DEFAULT_LIMIT = 50

/** What was emitted and passes the filters, newest first. */
export async function listWebhooks(ctx: Ctx, query: WebhookQuery) {
  const { offset, limit } = windowOf({ limit: DEFAULT_LIMIT, ...query })
  let matches = ctx.tx.selectFrom('sandbox_webhook')
  if (query.event !== undefined) matches = matches.where('event', '=', query.event)
  if (query.status !== undefined) matches = matches.where('status', '=', query.status)
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await matches
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { webhooks: rows.map(webhookView), count: Number(count), responseCount: rows.length }
}

/** One message with what it says and what became of each try. */
export async function getWebhook(ctx: Ctx, id: string) {
  const row = await ctx.tx.selectFrom('sandbox_webhook').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const tries = await ctx.tx
    .selectFrom('sandbox_webhook_try')
    .select(['at', 'took_ms as tookMs', 'result'])
    .where('webhook_id', '=', id)
    .orderBy('id')
    .execute()
  const payload: unknown = JSON.parse(row.payload)
  return { ...webhookView(row), payload, tries }
}

function webhookView(row: Row) {
  const { id, event, path, status, attempts } = row
  return {
    id,
    event,
    path,
    status,
    /** Of the present round of tries: a re-sent message counts anew. */
    attempts,
    createdAt: row.created_at,
    ...(row.last_result !== null && { lastResult: row.last_result }),
    ...(status === 'PENDING' && { nextAttemptAt: row.next_attempt_at }),
    ...(row.delivered_at !== null && { deliveredAt: row.delivered_at }),
  }
}

/** Sends a message once more, whatever became of it, under its old reference; answers whether there is such a message. */
export async function resendWebhook(ctx: Ctx, id: string): Promise<boolean> {
  const again = await ctx.tx
    .updateTable('sandbox_webhook')
    .set({ status: 'PENDING', attempts: 0, next_attempt_at: ctx.now(), delivered_at: null })
    .where('id', '=', id)
    .executeTakeFirst()
  ctx.wakes.add('webhooks')
  return Number(again.numUpdatedRows) > 0
}
