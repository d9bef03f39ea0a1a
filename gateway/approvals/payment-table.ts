import * as z from 'zod'
import { bulksOutgoingWireTransferCreate, bulksSendCreate, bulksTransferCreate } from '../../contract/bulks'
import type { CurrencyAmount, InstrumentId } from '../../contract/common'
import type { PaymentKind } from '../../contract/console/approval-rules'
import type { ProposalPayee } from '../../contract/console/proposals'
import { CorrespondentBankTransferOrder } from '../../contract/correspondent-bank-transfers'
import { SendOrder } from '../../contract/sends'
import { TransferOrder } from '../../contract/transfers'
import { OutgoingWireTransferOrder } from '../../contract/wire-transfers'
import { payeeOf } from './payee'

/** One payment that an order makes. */
export type PaymentRow = {
  amount: CurrencyAmount
  from: InstrumentId
  to: ProposalPayee
  description?: string | undefined
  scheduledTimestamp?: string | undefined
}

type PaymentOperation = {
  kind: PaymentKind
  /** `PAYS`: money moves when it is accepted. `SUBMITS`: only when somebody executes what was submitted. */
  way: 'PAYS' | 'SUBMITS'
  /** One payment, or many at once. */
  source: 'SINGLE' | 'BULK'
  /** The payments of a body; `undefined` where it cannot be read beyond doubt. */
  rows: (body: unknown) => PaymentRow[] | undefined
}

type Read = (order: unknown) => PaymentRow | undefined

const transfer: Read = (order) => {
  const read = TransferOrder.safeParse(order)
  if (!read.success) return undefined
  const { source, destinationAmount, description, scheduledTimestamp } = read.data
  return row(order, 'destination', { amount: destinationAmount, from: source, description, scheduledTimestamp })
}
const send: Read = (order) => {
  const read = SendOrder.safeParse(order)
  if (!read.success) return undefined
  const { source, destinationAmount, description, scheduledTimestamp } = read.data
  return row(order, 'destination', { amount: destinationAmount, from: source, description, scheduledTimestamp })
}
const wire: Read = (order) => {
  const read = OutgoingWireTransferOrder.safeParse(order)
  if (!read.success) return undefined
  const { sourceInstrument, transferAmount, description, scheduledTimestamp } = read.data
  const rest = { amount: transferAmount, from: sourceInstrument, description, scheduledTimestamp }
  return row(order, 'destinationBeneficiary', rest)
}
const correspondent: Read = (order) => {
  const read = CorrespondentBankTransferOrder.safeParse(order)
  if (!read.success) return undefined
  const { sourceInstrument, amount, description, scheduledTimestamp } = read.data
  return row(order, 'beneficiary', { amount, from: sourceInstrument, description, scheduledTimestamp })
}

/** The destination is read from the order itself, since a schema drops what its form does not have. */
function row(order: unknown, field: string, rest: Omit<PaymentRow, 'to'>): PaymentRow | undefined {
  const to = payeeOf((order as Record<string, unknown>)[field])
  return to && { ...rest, to }
}

const one = (read: Read) => (body: unknown) => every([body], read)
const listed = (name: string, read: Read) => (body: unknown) => {
  const list = z.record(z.string(), z.unknown()).safeParse(body)
  const orders = list.success ? z.array(z.unknown()).safeParse(list.data[name]) : undefined
  return orders?.success ? every(orders.data, read) : undefined
}
const Submission = z.array(z.looseObject({ requestBody: z.unknown() })).min(1)
const submitted = (read: Read) => (body: unknown) => {
  const rows = Submission.safeParse(body)
  return rows.success
    ? every(
        rows.data.map(({ requestBody }) => requestBody),
        read,
      )
    : undefined
}

function every(orders: readonly unknown[], read: Read): PaymentRow[] | undefined {
  const rows: PaymentRow[] = []
  for (const order of orders) {
    const found = read(order)
    if (!found) return undefined
    rows.push(found)
  }
  return rows
}

const pays = { way: 'PAYS', source: 'SINGLE' } as const
const paysMany = { way: 'PAYS', source: 'BULK' } as const
const submits = { way: 'SUBMITS', source: 'BULK' } as const

/**
 * Every operation of the Multi API by which money leaves an account at somebody's word, by its id. Fees are none of them:
 * they go to the programme, by its own price list.
 */
export const paymentOperations: Readonly<Record<string, PaymentOperation>> = {
  transferCreate: { kind: 'TRANSFER', ...pays, rows: one(transfer) },
  sendCreate: { kind: 'SEND', ...pays, rows: one(send) },
  outgoingWireTransferCreate: { kind: 'WIRE', ...pays, rows: one(wire) },
  correspondentBankTransferCreate: { kind: 'WIRE', ...pays, rows: one(correspondent) },
  sendCreateBulk: { kind: 'SEND', ...paysMany, rows: listed('sends', send) },
  outgoingWireTransferCreateBulk: { kind: 'WIRE', ...paysMany, rows: listed('outgoingWireTransfers', wire) },
  [bulksTransferCreate.id]: { kind: 'TRANSFER', ...submits, rows: submitted(transfer) },
  [bulksSendCreate.id]: { kind: 'SEND', ...submits, rows: submitted(send) },
  [bulksOutgoingWireTransferCreate.id]: { kind: 'WIRE', ...submits, rows: submitted(wire) },
}

/** What starts the rows of a bulk that was submitted. */
export const bulkStarts: ReadonlySet<string> = new Set(['bulkIdExecute', 'bulkIdResume'])

/** What a bulk pays, by what its `operation` names; nothing where its rows move no money. */
export function kindOfBulk(operation: string): PaymentKind | undefined {
  const name = operation.toLowerCase()
  if (name.includes('wire')) return 'WIRE'
  if (name.includes('transfer')) return 'TRANSFER'
  return name.includes('send') ? 'SEND' : undefined
}
