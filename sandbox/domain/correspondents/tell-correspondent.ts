import { correspondentBankTransfersWatch } from '../../../contract/events/payments'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import type { CorrespondentRow } from './correspondent-document'
import { correspondentView } from './correspondent-view'

/** Tells the platform which state a correspondent transfer has come to. */
export function tellCorrespondent(ctx: Ctx, row: CorrespondentRow): Promise<void> {
  return emit(ctx, correspondentBankTransfersWatch, {
    owner: { type: row.identity_type === 'CORPORATE' ? 'corporates' : 'consumers', id: row.identity_id },
    transfer: correspondentView(row),
    eventType: row.state,
    publishedTimestamp: String(ctx.now()),
  })
}
