import type { OutgoingWireTransfer, OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome } from '../context'
import { insertRow, type MoneyCtx } from '../ledger/batch'
import { checkPayee } from './check-payee'
import { goOn } from './go-on'
import { type PlanRefusal, planWire } from './plan-wire'
import { tellWire } from './tell-wire'
import type { NewWireRow, Rail, WireDocument } from './wire-document'
import { wireView } from './wire-view'

/**
 * Orders a wire. Its payee is checked at once; whoever ordered it then looks at what came of that, and confirms by a
 * challenge unless it is exempt. Mirrors `outgoingWireTransferCreate`.
 */
export async function createWire(
  ctx: ActorCtx & MoneyCtx,
  order: OutgoingWireTransferOrder,
): Promise<Outcome<OutgoingWireTransfer, PlanRefusal>> {
  const plan = await planWire(ctx, order)
  if (!plan.ok) return plan
  const { payee, rail, fee, scheduledAt, beneficiary } = plan.value
  const validationOutcomes = checkPayee(rail, payee)
  const document: WireDocument = { ...wordsOf(order), payee, ...(validationOutcomes && { validationOutcomes }) }
  const blank = newWireRow(ctx, order, document)
  const row: NewWireRow = { ...blank, type: rail, fee, scheduled_at: scheduledAt }
  const next = wantsALook(rail, document)
    ? { state: 'PENDING_CONFIRMATION' as const }
    : await goOn(ctx, row, beneficiary)
  const made = { ...row, ...next }
  await insertRow(ctx, 'sandbox_wire', made)
  await tellWire(ctx, made, document)
  return done(wireView(made, document))
}

/**
 * Whether somebody must confirm what the payee check said: always where there was one, but for pounds to the identity's
 * own account elsewhere.
 */
function wantsALook(rail: Rail, { destination, validationOutcomes }: WireDocument): boolean {
  return validationOutcomes !== undefined && !(rail === 'FASTER_PAYMENTS' && 'id' in destination)
}

/** What an order says that no rule looks at. */
export function wordsOf({ destinationBeneficiary, purpose, description }: OutgoingWireTransferOrder): WireDocument {
  return {
    destination: destinationBeneficiary,
    ...(purpose !== undefined && { purpose }),
    ...(description !== undefined && { description }),
  }
}

/** A wire that has not gone anywhere yet. */
export function newWireRow(ctx: ActorCtx, order: OutgoingWireTransferOrder, document: WireDocument): NewWireRow {
  return {
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    identity_type: ctx.actor.identityType,
    profile_id: order.profileId,
    tag: order.tag ?? null,
    source_id: order.sourceInstrument.id,
    currency: order.transferAmount.currency,
    amount: order.transferAmount.amount,
    fee: 0,
    type: null,
    state: 'PENDING_CHALLENGE',
    exemption: null,
    unchecked: 0,
    failure: null,
    rejected_by: null,
    scheduled_at: null,
    executed_at: null,
    cancellation_reason: null,
    document: JSON.stringify(document),
    created_at: ctx.now(),
  }
}
