import * as z from 'zod'
import {
  CurrencyAmount,
  forbidden,
  Id,
  InstrumentId,
  page,
  paging,
  repeatable,
  ScaledAmount,
  Timestamp,
} from './common'
import { Consumer } from './consumers'
import { Corporate } from './corporates'
import { endpoint } from './endpoint'
import { AccountReference, LinkedAccount } from './linked-accounts'
import { ManagedAccount } from './managed-accounts'

export const IncomingWireTransferState = z.enum(['PENDING', 'COMPLETED', 'REJECTED'])
export type IncomingWireTransferState = z.infer<typeof IncomingWireTransferState>

export const PaymentNetwork = z.enum(['SEPA', 'FASTER_PAYMENTS', 'SWIFT', 'RIX', 'BACS', 'CHAPS', 'TARGET'])
export type PaymentNetwork = z.infer<typeof PaymentNetwork>

/** What it was in the sender's currency, where that is another one. */
export const TransactionForex = z.object({
  originalAmount: CurrencyAmount.optional(),
  exchangeRate: ScaledAmount.optional(),
  paddingAmount: CurrencyAmount.optional(),
  feeAmount: CurrencyAmount.optional(),
})

/** Money from a bank account outside. */
export const IncomingWireTransfer = z.object({
  id: Id,
  profileId: Id.optional(),
  state: IncomingWireTransferState,
  amount: CurrencyAmount,
  fee: CurrencyAmount.optional(),
  destinationInstrument: InstrumentId,
  paymentNetwork: PaymentNetwork.optional(),
  senderName: z.string().optional(),
  senderIban: z.string().optional(),
  senderReference: z.string().optional(),
  forex: TransactionForex.optional(),
  isInstant: z.boolean().optional(),
  createdAt: Timestamp,
  executedAt: Timestamp.optional(),
})
export type IncomingWireTransfer = z.infer<typeof IncomingWireTransfer>

const incoming = { section: 'incoming-wire-transfers', auth: 'token', since: 'v3' } as const

/** Lists what came in by wire, newest first unless asked otherwise. */
export const incomingWireTransfersGet = endpoint({
  ...incoming,
  id: 'incomingWireTransfersGet',
  summary: 'List incoming wires',
  method: 'GET',
  path: '/incoming_wire_transfers',
  permission: 'wires.view',
  query: z.object({
    ...paging,
    state: repeatable(IncomingWireTransferState).optional(),
    creationTimestampFrom: Timestamp.optional(),
    creationTimestampTo: Timestamp.optional(),
    lastUpdatedTimestampFrom: Timestamp.optional(),
    lastUpdatedTimestampTo: Timestamp.optional(),
    sortOrder: z.enum(['ASC', 'DESC']).optional(),
  }),
  responses: { 200: page('incomingWireTransfers', IncomingWireTransfer) },
  errors: { 403: forbidden },
})

export const incomingWireTransferGet = endpoint({
  ...incoming,
  id: 'incomingWireTransferGet',
  summary: 'Read an incoming wire',
  method: 'GET',
  path: '/incoming_wire_transfers/{id}',
  permission: 'wires.view',
  params: z.object({ id: Id }),
  responses: { 200: IncomingWireTransfer },
  errors: { 403: forbidden },
})

/** A sender whose account nobody of the identity has linked. */
export const UnknownSenderAccount = z.object({
  name: z.string().optional(),
  accountReference: AccountReference.optional(),
})

/** Money that waits outside until the platform has said whether it may come in. */
export const IncomingWireQuestion = z.object({
  id: Id,
  source: z.object({
    instrument: z.object({
      type: z.enum(['linked_accounts', 'unknown_sender_accounts']),
      // The linked one first: the unknown one's form would match it too and drop the rest.
      instrument: z.union([LinkedAccount, UnknownSenderAccount]),
      reference: z.string().optional(),
    }),
  }),
  destination: z.object({
    // The published form leaves room for other kinds than the only one that there is.
    instrument: z.object({ type: z.enum(['managed_accounts']), instrument: z.union([ManagedAccount]) }),
    owner: z.object({ type: z.enum(['consumers', 'corporates']), owner: z.union([Corporate, Consumer]) }),
  }),
  amount: CurrencyAmount,
  timestamp: Timestamp,
})
export type IncomingWireQuestion = z.infer<typeof IncomingWireQuestion>

/** Weavr asks the platform whether money may come in, and waits a second and a half for the answer. */
export const bankTransferInForwarding = endpoint({
  section: 'incoming-wire-transfers',
  auth: 'webhooks-key',
  id: 'bankTransferInForwarding',
  summary: 'Decide on an incoming wire',
  method: 'POST',
  path: '/bank_transfers_in/authorisation_request',
  permission: 'public',
  headers: z.object({
    'request-ref': z.string().optional(),
    'published-timestamp': z.string().regex(/^[0-9]+$/),
    signature: z.string(),
    'signature-v2': z.string(),
  }),
  body: IncomingWireQuestion,
  responses: { 200: z.object({ result: z.enum(['APPROVED', 'DENIED']) }) },
})
