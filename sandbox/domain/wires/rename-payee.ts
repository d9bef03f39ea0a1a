import type { ErrorCode, Req } from '../../../contract/endpoint'
import type { outgoingWireTransferUpdateBeneficiaryName } from '../../../contract/outgoing-wire-transfers'
import { FasterPaymentsName, type OutgoingWireTransfer } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { checkPayee } from './check-payee'
import { documentOf, type Payee, type WireDocument } from './wire-document'
import { changeWire, lockOwnWire } from './wire-rows'
import { wireView } from './wire-view'

type Change = Req<typeof outgoingWireTransferUpdateBeneficiaryName>['body']
type Refusal = Exclude<ErrorCode<typeof outgoingWireTransferUpdateBeneficiaryName>, 'INSUFFICIENT_PERMISSIONS'>

/**
 * Calls the payee of a wire otherwise, or as its bank says, and has the payee checked again. Mirrors
 * `outgoingWireTransferUpdateBeneficiaryName`.
 */
export async function renamePayee(
  ctx: ActorCtx,
  id: string,
  change: Change,
): Promise<Outcome<OutgoingWireTransfer, Refusal | 'NOT_FOUND'>> {
  const row = await lockOwnWire(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state !== 'PENDING_CONFIRMATION') return refuse('INVALID_STATE')
  const document = documentOf(row)
  const { destination, payee } = document
  if ('beneficiaryId' in destination) return refuse('CONFLICT_BENEFICIARYID_NAME')
  if ('id' in destination) return refuse('CONFLICT_EXTERNALACCOUNTID_NAME')
  const named = newName(change, document)
  if (!named.ok) return named
  const { value: name } = named
  // Who waits for a confirmation has a payee and a rail that checks it.
  const checked: Payee | undefined = payee && { ...payee, name }
  const validationOutcomes = checked && row.type && row.type !== 'RIX' ? checkPayee(row.type, checked) : undefined
  const renamed: WireDocument = {
    ...document,
    destination: { ...destination, name },
    payee: checked,
    validationOutcomes,
  }
  return done(wireView(await changeWire(ctx, row, {}, renamed), renamed))
}

function newName(
  { name, acceptVerifiedName }: Change,
  { payee, validationOutcomes = [] }: WireDocument,
): Outcome<string, 'MODEL_CONSTRAINTS_VIOLATED' | 'NO_NAME_TO_ACCEPT'> {
  // Exactly one of the two.
  if ((name !== undefined) === (acceptVerifiedName === true)) return refuse('MODEL_CONSTRAINTS_VIOLATED')
  if (name !== undefined) {
    const fits = payee?.account.kind !== 'uk' || FasterPaymentsName.safeParse(name).success
    return fits ? done(name) : refuse('MODEL_CONSTRAINTS_VIOLATED')
  }
  for (const { categoryResult } of validationOutcomes) {
    if (categoryResult.accountName !== undefined) return done(categoryResult.accountName)
    if (payee && /^(EXACT_)?MATCH$/.test(categoryResult.match)) return done(payee.name)
  }
  return refuse('NO_NAME_TO_ACCEPT')
}
