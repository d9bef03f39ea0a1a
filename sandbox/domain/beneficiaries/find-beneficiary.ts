import type { Selectable } from 'kysely'
import { type BankAccountDetailsBeneficiary, BasicBeneficiary } from '../../../contract/beneficiaries'
import type { CurrencyAmount, InstrumentId } from '../../../contract/common'
import type { SandboxBeneficiaryTable } from '../../../storage/schema/trust'
import type { ActorCtx } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { takeLowValue } from './low-value'

export type BeneficiaryRow = Selectable<SandboxBeneficiaryTable>

/** A payee of the actor's identity, with what a payment needs to know of it. */
export type FoundBeneficiary = {
  row: BeneficiaryRow
  payee: BasicBeneficiary
  /** Name of the business or person. */
  name: string
  /** May be paid, and without a challenge: it is ACTIVE. Any other is BENEFICIARY_NOT_FOUND to a payment. */
  trusted: boolean
} & (
  | { kind: 'instrument'; instrument: InstrumentId }
  /** Neither reaches the other's payments: an instrument in a wire, a bank account in a send are BENEFICIARY_TYPE_INVALID. */
  | { kind: 'bank-account'; bank: BankAccountDetailsBeneficiary }
)

/** A payee of the actor's identity in any state, read without a lock; `undefined` for anyone else's. */
export async function findBeneficiary(ctx: ActorCtx, id: string): Promise<FoundBeneficiary | undefined> {
  const row = await ctx.tx
    .selectFrom('sandbox_beneficiary')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
    .executeTakeFirst()
  if (!row) return undefined
  const payee = BasicBeneficiary.parse(JSON.parse(row.document))
  const { beneficiaryInformation: who, beneficiaryDetails: details } = payee
  const found = {
    row,
    payee,
    name: 'businessName' in who ? who.businessName : who.fullName,
    trusted: row.state === 'ACTIVE',
  }
  return 'instrument' in details
    ? { ...found, kind: 'instrument', instrument: details.instrument }
    : { ...found, kind: 'bank-account', bank: details }
}

/**
 * Why a payment needs no challenge, or `undefined` where it needs one. A low-value exemption is used up by being given:
 * ask once nothing else can refuse the payment any more.
 */
export async function exemptionFor(
  ctx: ActorCtx & MoneyCtx,
  payment: { beneficiary?: FoundBeneficiary | undefined; money: CurrencyAmount },
): Promise<'TRUSTED_BENEFICIARY' | 'LOW_VALUE' | undefined> {
  if (payment.beneficiary?.trusted) return 'TRUSTED_BENEFICIARY'
  return (await takeLowValue(ctx, payment.money.amount)) ? 'LOW_VALUE' : undefined
}
