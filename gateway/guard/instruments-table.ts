import { cardPaymentGet } from '../../contract/card-payments'
import { correspondentBankTransferGet } from '../../contract/correspondent-bank-transfers'
import type { Endpoint } from '../../contract/endpoint'
import { incomingWireTransferGet } from '../../contract/incoming-wire-transfers'
import { outgoingWireTransferGet } from '../../contract/outgoing-wire-transfers'
import { sendGet } from '../../contract/sends'
import { transferGet } from '../../contract/transfers'

export type Type = 'managed_accounts' | 'managed_cards'
/**
 * A way into a document, `*` for every item of a list; where it leads to an id alone, `type` says of what. With `ofType`
 * only in documents of that type.
 */
export type Place = { at: string; type?: Type; ofType?: string }

const source: Place = { at: 'source' }
const sourceInstrument: Place = { at: 'sourceInstrument' }
const bothEnds: readonly Place[] = [source, { at: 'destination' }]
const cardOfRow: readonly Place[] = [{ at: '*.pathParams._id_', type: 'managed_cards' }]

/** Payments that have ids of their own: how one is read, and which instruments of the identity it then names. */
export const payments = {
  transfers: { read: transferGet, places: bothEnds },
  // The other end is another customer's: see `DESTINATION_BELONGS_TO_SAME_IDENTITY`.
  sends: { read: sendGet, places: [source] },
  outgoing_wire_transfers: { read: outgoingWireTransferGet, places: [sourceInstrument] },
  correspondent_bank_transfers: { read: correspondentBankTransferGet, places: [sourceInstrument] },
  incoming_wire_transfers: { read: incomingWireTransferGet, places: [{ at: 'destinationInstrument' }] },
  card_payments: { read: cardPaymentGet, places: [{ at: 'card' }] },
} as const satisfies Record<string, { read: Endpoint; places: readonly Place[] }>
export type Payment = keyof typeof payments

/** Operations whose body names accounts or cards of the identity. */
export const bodies: Readonly<Record<string, readonly Place[]>> = {
  transferCreate: bothEnds,
  sendCreate: [source],
  sendCreateBulk: [{ at: 'sends.*.source' }],
  outgoingWireTransferCreate: [sourceInstrument],
  outgoingWireTransferCreateBulk: [{ at: 'outgoingWireTransfers.*.sourceInstrument' }],
  correspondentBankTransferCreate: [sourceInstrument],
  corporateChargeFee: [source],
  consumerChargeFee: [source],
  managedCardCreate: [{ at: 'parentManagedAccountId', type: 'managed_accounts' }],
  bulksTransferCreate: [{ at: '*.requestBody.source' }, { at: '*.requestBody.destination' }],
  bulksSendCreate: [{ at: '*.requestBody.source' }],
  bulksOutgoingWireTransferCreate: [{ at: '*.requestBody.sourceInstrument' }],
  bulksManagedCardBlock: cardOfRow,
  bulksManagedCardUnblock: cardOfRow,
  bulksManagedCardRemove: cardOfRow,
  bulksManagedCardSpendRulesUpdate: cardOfRow,
}

/** Operations whose body names payments: where, and of which kind (or where the body says the kind). */
export const bodiesOfPayments: Readonly<Record<string, { at: string; kind: Payment | { at: string } }>> = {
  transferCancel: { at: 'cancellations.*.id', kind: 'transfers' },
  sendCancel: { at: 'cancellations.*.id', kind: 'sends' },
  outgoingWireTransferCancel: { at: 'cancellations.*.id', kind: 'outgoing_wire_transfers' },
  multipleSCAChallenge: { at: 'resourceIds.*', kind: { at: 'resourceType' } },
  multipleSCAChallengePush: { at: 'resourceIds.*', kind: { at: 'resourceType' } },
}

/** Lists over the whole identity: under which key the rows are, and which instruments a row names. */
export const lists: Readonly<Record<string, { key: string; places: readonly Place[] }>> = {
  managedAccountsGet: { key: 'accounts', places: [{ at: 'id', type: 'managed_accounts' }] },
  managedCardsGet: { key: 'cards', places: [{ at: 'id', type: 'managed_cards' }] },
  transfersGet: { key: 'transfer', places: payments.transfers.places },
  sendsGet: { key: 'send', places: payments.sends.places },
  outgoingWireTransfersGet: { key: 'transfer', places: payments.outgoing_wire_transfers.places },
  correspondentBankTransfersGet: { key: 'transfer', places: payments.correspondent_bank_transfers.places },
  incomingWireTransfersGet: { key: 'incomingWireTransfers', places: payments.incoming_wire_transfers.places },
  cardPaymentsGet: { key: 'cardPayments', places: payments.card_payments.places },
  cardPaymentEventsGet: { key: 'events', places: payments.card_payments.places },
  feesGet: { key: 'fees', places: [{ at: 'instrument' }] },
  transactionsGet: {
    key: 'transactions',
    places: [
      { at: 'instrument' },
      { at: 'transaction.card' },
      { at: 'transaction.source', ofType: 'transfers' },
      { at: 'transaction.destination', ofType: 'transfers' },
    ],
  },
}

/** The account or card whose own path an operation has: all that is under it is its own. */
export function instrumentOfPath({ path }: Endpoint): Type | undefined {
  const found = /^(?:\/deprecated)?\/(managed_accounts|managed_cards)\/\{id\}(?:\/|$)/.exec(path)?.[1]
  return found === 'managed_accounts' || found === 'managed_cards' ? found : undefined
}

/** The kind of payment whose own path an operation has. */
export function paymentOfPath({ path }: Endpoint): Payment | undefined {
  const found = /^\/(\w+)\/\{id\}(?:\/|$)/.exec(path)?.[1]
  return found !== undefined && isPayment(found) ? found : undefined
}

/** Whether this is how payments of its kind are read. */
export function readsPayment(ep: Endpoint): boolean {
  const kind = paymentOfPath(ep)
  return kind !== undefined && payments[kind].read.id === ep.id
}

export const isPayment = (name: string): name is Payment => Object.hasOwn(payments, name)

/** The parameter of the bulk whose own path an operation has, and the operation that lists bulks. */
export const BULK = 'bulk_id'
export const BULKS = 'bulks'
export const submitsBulk = ({ method, path, params }: Endpoint): boolean =>
  method !== 'GET' && path.startsWith('/bulks/') && params === undefined
