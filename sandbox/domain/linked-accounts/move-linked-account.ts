import { type LinkedAccountEventType, linkedAccountsWatch } from '../../../contract/events/trust'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import type { LinkedAccountRow } from './find-linked-account'
import { linkedAccountView } from './linked-account-view'

/** Brings a linked account into another state and tells the platform. */
export async function moveLinkedAccount(
  ctx: Ctx,
  row: LinkedAccountRow,
  state: LinkedAccountRow['state'],
  event: LinkedAccountEventType,
): Promise<void> {
  await ctx.tx.updateTable('sandbox_linked_account').set({ state }).where('id', '=', row.id).execute()
  await tellLinkedAccount(ctx, { ...row, state }, event)
}

export async function tellLinkedAccount(
  ctx: Ctx,
  row: LinkedAccountRow,
  eventType: LinkedAccountEventType,
): Promise<void> {
  const owner = await ctx.tx
    .selectFrom('sandbox_identity')
    .select('type')
    .where('id', '=', row.identity_id)
    .executeTakeFirstOrThrow()
  const linkedAccount = linkedAccountView(row, owner.type)
  await emit(ctx, linkedAccountsWatch, { linkedAccount, eventType, publishedTimestamp: String(ctx.now()) })
}
