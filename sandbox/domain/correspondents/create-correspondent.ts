import type {
  CorrespondentBankTransfer,
  CorrespondentBankTransferOrder,
} from '../../../contract/correspondent-bank-transfers'
import { remainder97 } from '../accounts/bank-details'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { insertRow } from '../ledger/batch'
import { programme } from '../programme'
import { checkPayee } from '../wires/check-payee'
import { findSource, type SourceRefusal } from '../wires/find-source'
import type { CorrespondentDocument, CorrespondentRow } from './correspondent-document'
import { correspondentView } from './correspondent-view'
import { tellCorrespondent } from './tell-correspondent'

type Refusal =
  | Exclude<SourceRefusal, 'IBAN_UPGRADE_REQUIRED' | 'INSTRUMENT_DENIED_TRANSACTION'>
  | 'MODEL_CONSTRAINTS_VIOLATED'
  | 'PROFILE_NOT_FOUND'
  | 'SCHEDULED_TIMESTAMP_INVALID'
  | 'AMOUNT_INVALID'
  | 'TYPE_NOT_SUPPORTED_BY_PROFILE'
  | 'BENEFICIARY_BANK_DETAILS_INVALID'
  | 'ORIGINATOR_DETAILS_INVALID'
  | 'FUNDS_INSUFFICIENT'

/**
 * Orders a wire on behalf of somebody else. The payee's bank is asked at once, and what it says waits for somebody to
 * look at it. A scheduled one is looked at for money only when its time has come. Mirrors
 * `correspondentBankTransferCreate`.
 */
export async function createCorrespondent(
  ctx: ActorCtx,
  order: CorrespondentBankTransferOrder,
): Promise<Outcome<CorrespondentBankTransfer, Refusal>> {
  if (order.profileId !== programme.profiles.correspondentTransfers) return refuse('PROFILE_NOT_FOUND')
  const scheduledAt = order.scheduledTimestamp === undefined ? null : Number(order.scheduledTimestamp)
  if (scheduledAt !== null && (scheduledAt <= ctx.now() || !Number.isSafeInteger(scheduledAt)))
    return refuse('SCHEDULED_TIMESTAMP_INVALID')
  const { currency, amount } = order.amount
  if (amount <= 0) return refuse('AMOUNT_INVALID')
  const { identityId } = ctx.actor
  const source = await findSource(ctx, { identityId, id: order.sourceInstrument.id, currency })
  if (!source.ok) return refuse(inTheseWords(source.refusal))
  const wrong = partiesRefused(order)
  if (wrong) return refuse(wrong)
  if (scheduledAt === null && source.value.available_balance < amount) return refuse('FUNDS_INSUFFICIENT')
  const row = orderedRow(ctx, order, scheduledAt)
  await insertRow(ctx, 'sandbox_correspondent_transfer', row)
  await tellCorrespondent(ctx, row)
  return done(correspondentView(row))
}

/** What speaks against the words and people of an order: rail, payee's account, reference, originator. */
function partiesRefused({
  amount: { currency },
  beneficiary,
  description = '',
  originator,
}: CorrespondentBankTransferOrder) {
  const byIban = 'iban' in beneficiary
  if (currency !== (byIban ? 'EUR' : 'GBP')) return 'TYPE_NOT_SUPPORTED_BY_PROFILE'
  // An IBAN proves itself by its check digits.
  if (byIban && remainder97(beneficiary.iban.slice(4) + beneficiary.iban.slice(0, 4)) !== 1)
    return 'BENEFICIARY_BANK_DETAILS_INVALID'
  // The reference: demanded by SEPA, short with Faster Payments.
  if (byIban ? description.trim() === '' : description.length > 18) return 'MODEL_CONSTRAINTS_VIOLATED'
  return originator.supplementaryInformation ? undefined : 'ORIGINATOR_DETAILS_INVALID'
}

/** This operation has fewer words for an account that may not pay. */
function inTheseWords(refusal: SourceRefusal): Exclude<Refusal, 'PROFILE_NOT_FOUND'> {
  return refusal === 'IBAN_UPGRADE_REQUIRED' || refusal === 'INSTRUMENT_DENIED_TRANSACTION'
    ? 'MODEL_CONSTRAINTS_VIOLATED'
    : refusal
}

function orderedRow(
  ctx: ActorCtx,
  order: CorrespondentBankTransferOrder,
  scheduledAt: number | null,
): CorrespondentRow {
  const { originator, beneficiary, purpose, description, externalData } = order
  const { name } = beneficiary
  const [rail, account] =
    'iban' in beneficiary
      ? (['SEPA', { kind: 'iban', iban: beneficiary.iban }] as const)
      : (['FASTER_PAYMENTS', { kind: 'uk', ...beneficiary }] as const)
  const type = 'type' in beneficiary ? beneficiary.type : undefined
  const validationOutcomes = checkPayee(rail, { name, type, account })
  const document: CorrespondentDocument = {
    originator,
    beneficiary,
    purpose,
    ...(description !== undefined && { description }),
    ...(externalData && { externalData }),
    ...(validationOutcomes && { validationOutcomes }),
  }
  return {
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    identity_type: ctx.actor.identityType,
    profile_id: order.profileId,
    tag: order.tag ?? null,
    source_id: order.sourceInstrument.id,
    ...order.amount,
    state: 'PENDING_CONFIRMATION',
    failure: null,
    originator_name: originator.name,
    originator_type: 'address' in originator ? 'INDIVIDUAL' : 'BUSINESS',
    originator_tag: originator.tag ?? null,
    scheduled_at: scheduledAt,
    executed_at: null,
    cancellation_reason: null,
    document: JSON.stringify(document),
    created_at: ctx.now(),
  }
}
