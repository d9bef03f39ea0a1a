import * as z from 'zod'
import { InstrumentType } from '../../../contract/common'
import type { StatementQuery, StatementV2, StatementV2Entry } from '../../../contract/statements'
import type { Ctx } from '../context'
import { listOf } from '../page'
import { actualBalanceAt, type EntryRow, readEntries } from './read-entries'
import type { StatementOf } from './statement-of'

const DEFAULT_LIMIT = 100

type Kind = StatementV2Entry['transaction']['type']

/** What is booked, in the words of the newer statement. */
const kinds: Record<string, Kind> = {
  TRANSFER: 'transfers',
  DEPOSIT: 'incoming_wire_transfers',
  SEND: 'sends',
  OUTGOING_WIRE_TRANSFER: 'outgoing_wire_transfers',
  CHARGE_FEE: 'fees',
}
const kindOf = (type: string): Kind => kinds[type] ?? 'system_transactions'

const Fields = z.partialRecord(
  z.enum([
    'sourceInstrumentId',
    'sourceInstrumentType',
    'sourceInstrumentFriendlyName',
    'destinationInstrumentId',
    'destinationInstrumentType',
    'destinationInstrumentFriendlyName',
    'description',
    'sender',
    'senderIban',
    'senderReference',
  ]),
  z.string(),
)
type Fields = z.infer<typeof Fields>

/** The newer statement: only what moved money, oldest first, the same for ever once its period is over. */
export async function statementV2(ctx: Ctx, account: StatementOf, query: StatementQuery): Promise<StatementV2> {
  const { startPeriod: from, endPeriod: to } = query
  const asked = listOf(query['transaction.type'])
  const types = asked && Object.keys(kinds).filter((type) => asked.includes(kindOf(type)))
  const filter = { account: account.id, card: account.card, from, to, types, movementsOnly: true }
  const { rows, count } = await readEntries(ctx, filter, {
    order: query.sortOrder ?? 'ASC',
    offset: query.offset ?? 0,
    limit: query.limit ?? DEFAULT_LIMIT,
  })
  const { currency, id, card } = account
  return {
    ...(card === undefined && {
      openingBalance: { currency, amount: from === undefined ? 0 : await actualBalanceAt(ctx, id, from - 1) },
      closingBalance: { currency, amount: await actualBalanceAt(ctx, id, to ?? ctx.now()) },
    }),
    entries: rows.map(entryView),
    count,
    responseCount: rows.length,
  }
}

function entryView(row: EntryRow): StatementV2Entry {
  const parsed = Fields.safeParse(JSON.parse(row.additional_fields))
  const fields: Fields = parsed.success ? parsed.data : {}
  const party = counterparty(row, fields)
  return {
    entryId: String(row.id),
    transaction: { id: row.transaction_id, type: kindOf(row.transaction_type) },
    ...(fields.description !== undefined && { description: fields.description }),
    timestamp: row.created_at,
    balanceAdjustment: { currency: row.currency, amount: row.actual },
    balanceAfter: { currency: row.currency, amount: row.actual_after },
    ...(party && { counterparty: party }),
    ...(row.card_id !== null && { executingAccessInstrument: { id: row.card_id, type: 'managed_cards' as const } }),
  }
}

/** The other side: the other instrument of a transfer, the sender of a deposit. */
function counterparty(row: EntryRow, fields: Fields): StatementV2Entry['counterparty'] {
  if (row.transaction_type === 'DEPOSIT')
    return { name: fields.sender, iban: fields.senderIban, reference: fields.senderReference }
  const paid = fields.sourceInstrumentId === row.account
  const type = InstrumentType.safeParse(paid ? fields.destinationInstrumentType : fields.sourceInstrumentType)
  const id = paid ? fields.destinationInstrumentId : fields.sourceInstrumentId
  if (id === undefined || !type.success) return undefined
  const friendlyName = paid ? fields.destinationInstrumentFriendlyName : fields.sourceInstrumentFriendlyName
  return { id, type: type.data, friendlyName }
}
