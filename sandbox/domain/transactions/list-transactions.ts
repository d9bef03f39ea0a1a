import type {
  IdentityTransaction,
  InstrumentTransaction,
  TransactionQuery,
} from '../../../contract/instrument-transactions'
import { readOwnAccount } from '../accounts/find-account'
import { readOwnCard } from '../cards/find-card'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { listOf, windowOf } from '../page'
import { type ActivityRow, activityOf } from './activity'
import { activityStatus, statesFor } from './activity-status'
import { detailKey, findDetails } from './find-details'
import { feeKey, findFees } from './find-fees'

type Page<T> = { transactions: T[]; count: number; responseCount: number }
type InstrumentPage = Promise<Outcome<Page<InstrumentTransaction>, 'NOT_FOUND'>>

/** What happened on all instruments of the identity. Mirrors `transactionsGet`. */
export async function listTransactions(
  ctx: ActorCtx,
  query: TransactionQuery,
): Promise<Outcome<Page<IdentityTransaction>>> {
  return done(await pageOf(ctx, activityOf(ctx), query))
}

/** What happened on an account. Mirrors `managedAccountTransactionsGet`. */
export async function listAccountTransactions(ctx: ActorCtx, id: string, query: TransactionQuery): InstrumentPage {
  return (await readOwnAccount(ctx, id)) ? listOn(ctx, { id }, query) : refuse('NOT_FOUND')
}

/** What happened on a card. Mirrors `managedCardTransactionsGet`. */
export async function listCardTransactions(ctx: ActorCtx, id: string, query: TransactionQuery): InstrumentPage {
  const card = await readOwnCard(ctx, id)
  return card ? listOn(ctx, card, query) : refuse('NOT_FOUND')
}

type OneTransaction = Promise<Outcome<InstrumentTransaction, 'NOT_FOUND'>>
type On = { id: string; transactionId: string }

/** One transaction of an account. Mirrors `managedAccountTransactionGet`. */
export async function getAccountTransaction(ctx: ActorCtx, { id, transactionId }: On): OneTransaction {
  return (await readOwnAccount(ctx, id)) ? getOn(ctx, { id }, transactionId) : refuse('NOT_FOUND')
}

/** One transaction of a card. Mirrors `managedCardTransactionGet`. */
export async function getCardTransaction(ctx: ActorCtx, { id, transactionId }: On): OneTransaction {
  const card = await readOwnCard(ctx, id)
  return card ? getOn(ctx, card, transactionId) : refuse('NOT_FOUND')
}

/** An account or a card. A debit card's account is the one whose money it spends. */
type Of = { id: string; parent_account_id?: string | null }

/** What happened on an instrument: of a debit card that is the part of its account's that was done with the card. */
function activityOn(ctx: ActorCtx, { id, parent_account_id: parent = null }: Of) {
  if (parent === null) return activityOf(ctx).where('instrument_id', '=', id)
  const withCard = ctx.tx.selectFrom('sandbox_ledger_entry').select('transaction_id').where('card_id', '=', id)
  return activityOf(ctx).where('instrument_id', '=', parent).where('id', 'in', withCard)
}

async function listOn(ctx: ActorCtx, of: Of, query: TransactionQuery): InstrumentPage {
  const page = await pageOf(ctx, activityOn(ctx, of), query)
  return done({ ...page, transactions: page.transactions.map(({ instrument: _, ...rest }) => rest) })
}

async function getOn(ctx: ActorCtx, of: Of, transactionId: string): OneTransaction {
  const found = activityOn(ctx, of).selectAll().where('id', '=', transactionId)
  const [one] = await views(ctx, await found.limit(1).execute())
  if (!one) return refuse('NOT_FOUND')
  const { instrument: _, ...rest } = one
  return done(rest)
}

async function pageOf(
  ctx: ActorCtx,
  activity: ReturnType<typeof activityOf>,
  query: TransactionQuery,
): Promise<Page<IdentityTransaction>> {
  const matches = filtered(activity, query)
  const { offset, limit } = windowOf(query)
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const order = query.sortOrder === 'ASC' ? 'asc' : 'desc'
  const rows = await matches
    .selectAll()
    .orderBy(query.sortBy === 'lastUpdatedTimestamp' ? 'updated_at' : 'created_at', order)
    .orderBy('id', order)
    // Both sides of a transfer have the same id.
    .orderBy('direction', order)
    .offset(offset)
    .limit(limit)
    .execute()
  return { transactions: await views(ctx, rows), count: Number(count), responseCount: rows.length }
}

function filtered(activity: ReturnType<typeof activityOf>, query: TransactionQuery) {
  const types = listOf(query.type)
  const statuses = listOf(query.status)
  let rows = activity
  if (types) rows = rows.where('type', 'in', types)
  if (statuses) rows = rows.where('state', 'in', statesFor(statuses))
  if (query.direction !== undefined) rows = rows.where('direction', '=', query.direction)
  if (query.creationTimestampFrom !== undefined) rows = rows.where('created_at', '>=', query.creationTimestampFrom)
  if (query.creationTimestampTo !== undefined) rows = rows.where('created_at', '<=', query.creationTimestampTo)
  if (query.lastUpdatedTimestampFrom !== undefined)
    rows = rows.where('updated_at', '>=', query.lastUpdatedTimestampFrom)
  if (query.lastUpdatedTimestampTo !== undefined) rows = rows.where('updated_at', '<=', query.lastUpdatedTimestampTo)
  return rows
}

async function views(ctx: ActorCtx, rows: readonly ActivityRow[]): Promise<IdentityTransaction[]> {
  const details = await findDetails(ctx, rows)
  const fees = await findFees(ctx, rows)
  return rows.map((row): IdentityTransaction => {
    const transaction = details.get(detailKey(row))
    const fee = fees.get(feeKey(row.id, row.instrument_id))
    return {
      id: row.id,
      type: row.type,
      status: activityStatus(row.state),
      direction: row.direction,
      amount: { currency: row.currency, amount: row.amount },
      instrument: { id: row.instrument_id, type: row.instrument_type },
      ...(fee && { fee: { id: fee.id, type: 'fees', amount: fee.amount, subtype: fee.feeType } }),
      creationTimestamp: row.created_at,
      lastUpdatedTimestamp: row.updated_at,
      ...(transaction && { transaction }),
    }
  })
}
