import type { IncomingWireQuestion } from '../../../contract/incoming-wire-transfers'
import { accountView } from '../accounts/account-view'
import { consumerView } from '../consumers/read-consumer'
import type { Ctx } from '../context'
import { findIdentity } from '../identities/credentials'
import { rootOf } from '../identities/find-identity'
import { corporateView } from '../identities/read-corporate'
import { linkedAccountView } from '../linked-accounts/linked-account-view'
import { type DepositRow, documentOf } from './deposit-document'

/** What the platform is asked about money that waits: from whom, to whom, how much. */
export async function depositQuestion(ctx: Ctx, id: string): Promise<IncomingWireQuestion> {
  const deposits = ctx.tx.selectFrom('sandbox_deposit').selectAll().where('id', '=', id)
  const row = await deposits.executeTakeFirstOrThrow()
  const account = await ctx.tx
    .selectFrom('sandbox_instrument')
    .selectAll()
    .where('id', '=', row.instrument_id)
    .executeTakeFirstOrThrow()
  const identity = await findIdentity(ctx, row.identity_id)
  if (!identity) throw new Error(`deposit ${id} is nobody's`)
  const root = await rootOf(ctx, identity.id)
  return {
    id,
    source: { instrument: { ...(await senderOf(ctx, row, identity.type)), reference: row.reference } },
    destination: {
      instrument: { type: 'managed_accounts', instrument: accountView(account) },
      owner:
        identity.type === 'CORPORATE'
          ? { type: 'corporates', owner: corporateView(identity, root) }
          : { type: 'consumers', owner: consumerView(identity, root) },
    },
    amount: { currency: row.currency, amount: row.amount },
    timestamp: row.created_at,
  }
}

type Sender = Pick<IncomingWireQuestion['source']['instrument'], 'type' | 'instrument'>

async function senderOf(ctx: Ctx, row: DepositRow, ownerType: 'CORPORATE' | 'CONSUMER'): Promise<Sender> {
  const { linked_account_id, sender_name } = row
  const linked =
    linked_account_id === null
      ? undefined
      : await ctx.tx
          .selectFrom('sandbox_linked_account')
          .selectAll()
          .where('id', '=', linked_account_id)
          .executeTakeFirst()
  if (linked) return { type: 'linked_accounts', instrument: linkedAccountView(linked, ownerType) }
  const { sender } = documentOf(row)
  return {
    type: 'unknown_sender_accounts',
    instrument: { name: sender_name, ...(sender && { accountReference: sender }) },
  }
}
