import type { SendOrder } from '../../../contract/sends'
import type { UpdateCardLevelSpendRules } from '../../../contract/spend-rules'
import type { TransferOrder } from '../../../contract/transfers'
import type { UserOrder } from '../../../contract/users'
import type { OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { blockCard } from '../cards/block-card'
import { removeCard } from '../cards/remove-card'
import { updateSpendRules } from '../cards/spend-rules/write-rules'
import { unblockCard } from '../cards/unblock-card'
import type { ActorCtx, Outcome } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { SEND_LEDGER_ENTRIES } from '../sends/book-send'
import { createSend } from '../sends/create-send'
import { instrumentsOf } from '../sends/create-sends'
import { createTransfer } from '../transfers/create-transfer'
import { createUser } from '../users/create-user'
import { sendInvite } from '../users/invites'
import { createWire } from '../wires/create-wire'
import { accountsOf, HOLD_LEDGER_ENTRIES } from '../wires/wire-money'

/** A row as it was submitted; its form was checked then. */
export type BulkItem = { pathParams?: Record<string, string>; requestBody?: unknown }

/** A single operation that bulks may repeat. */
export type BulkOperation = {
  method: 'POST' | 'PATCH'
  /** Ledger rows that one item books at most; 0 when it moves no money. */
  ledgerEntries: number
  /** The instruments that an item moves money on. */
  instruments: (item: BulkItem) => string[]
  run: (ctx: ActorCtx & MoneyCtx, item: BulkItem) => Promise<Outcome<unknown, string>>
}

// Checked against the contract when it was submitted.
const transferOrder = ({ requestBody }: BulkItem) => requestBody as TransferOrder
const userOrder = ({ requestBody }: BulkItem) => requestBody as UserOrder
const sendOrder = ({ requestBody }: BulkItem) => requestBody as SendOrder
const wireOrder = ({ requestBody }: BulkItem) => requestBody as OutgoingWireTransferOrder

const spendRules = ({ requestBody }: BulkItem) => requestBody as UpdateCardLevelSpendRules
const cardOf = ({ pathParams }: BulkItem) => pathParams?._id_ ?? ''

/** Cards are locked in one order, before any of them is looked at: two bulks on the same ones wait for each other. */
const onCards = { ledgerEntries: 0, instruments: (item: BulkItem) => [cardOf(item)] } as const
const withoutMoney = { ledgerEntries: 0, instruments: () => [] } as const

/** The verbs behind `/bulks/…`, by the path of the single operation: a bulk runs the same code as a single call. */
export const bulkOperations = {
  '/transfers': {
    method: 'POST',
    ledgerEntries: 2,
    instruments: (item) => [transferOrder(item).source.id, transferOrder(item).destination.id],
    run: (ctx, item) => createTransfer(ctx, transferOrder(item)),
  },
  '/sends': {
    method: 'POST',
    ledgerEntries: SEND_LEDGER_ENTRIES,
    instruments: (item) => instrumentsOf([sendOrder(item)]),
    run: (ctx, item) => createSend(ctx, sendOrder(item)),
  },
  '/outgoing_wire_transfers': {
    method: 'POST',
    ledgerEntries: HOLD_LEDGER_ENTRIES,
    instruments: (item) =>
      accountsOf({ source_id: wireOrder(item).sourceInstrument.id, currency: wireOrder(item).transferAmount.currency }),
    run: (ctx, item) => createWire(ctx, wireOrder(item)),
  },
  '/users': { method: 'POST', ...withoutMoney, run: (ctx, item) => createUser(ctx, userOrder(item)) },
  '/users/_user_id_/invite': {
    method: 'POST',
    ...withoutMoney,
    run: (ctx, { pathParams }) => sendInvite(ctx, pathParams?._user_id_ ?? ''),
  },
  '/managed_cards/_id_/block': { method: 'POST', ...onCards, run: (ctx, item) => blockCard(ctx, cardOf(item)) },
  '/managed_cards/_id_/unblock': { method: 'POST', ...onCards, run: (ctx, item) => unblockCard(ctx, cardOf(item)) },
  '/managed_cards/_id_/remove': { method: 'POST', ...onCards, run: (ctx, item) => removeCard(ctx, cardOf(item)) },
  '/managed_cards/_id_/spend_rules': {
    method: 'PATCH',
    ...onCards,
    run: (ctx, item) => updateSpendRules(ctx, cardOf(item), spendRules(item)),
  },
} as const satisfies Record<string, BulkOperation>

export type BulkPath = keyof typeof bulkOperations

export function findBulkOperation(path: string): BulkOperation {
  const operation = Object.entries<BulkOperation>(bulkOperations).find(([known]) => known === path)?.[1]
  if (!operation) throw new Error(`no verb behind ${path}`)
  return operation
}
