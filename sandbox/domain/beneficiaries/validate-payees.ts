import { BasicBeneficiary, type BeneficiaryValidationFailure } from '../../../contract/beneficiaries'
import { parts } from '../challenges/confirmation-rows'
import type { Ctx } from '../context'
import { ownReferenceKeys } from '../linked-accounts/own-references'
import { isIban } from '../linked-accounts/reference-key'
import type { BeneficiaryRow } from './find-beneficiary'

type Failure = BeneficiaryValidationFailure
type Known = { taken: Set<string>; own: ReadonlySet<string>; instruments: ReadonlyMap<string, string> }

/**
 * What is wrong with new payees, by id; those in order are left out. Not to be found: an instrument that does not exist
 * or was destroyed, an IBAN whose check digits are wrong. Of a destination named twice the first one counts.
 */
export async function failuresOf(
  ctx: Ctx,
  identityId: string,
  payees: readonly BeneficiaryRow[],
): Promise<Map<string, Failure>> {
  const details = payees.map((row) => ({
    row,
    details: BasicBeneficiary.parse(JSON.parse(row.document)).beneficiaryDetails,
  }))
  const instruments = details.flatMap((payee) => ('instrument' in payee.details ? payee.details.instrument.id : []))
  const known: Known = {
    taken: await takenKeys(ctx, identityId, payees),
    own: await ownReferenceKeys(ctx, identityId),
    instruments: await ownersOf(ctx, instruments),
  }
  const failures = new Map<string, Failure>()
  for (const payee of details) {
    const failure = failureOf(payee, identityId, known)
    if (failure) failures.set(payee.row.id, failure)
    else known.taken.add(payee.row.destination_key)
  }
  return failures
}

type Payee = { row: BeneficiaryRow; details: BasicBeneficiary['beneficiaryDetails'] }

function failureOf({ row, details }: Payee, identityId: string, known: Known): Failure | undefined {
  const key = row.destination_key
  if ('instrument' in details) {
    const owner = known.instruments.get(key)
    if (owner === undefined) return 'INSTRUMENT_DETAILS_NOT_FOUND'
    if (owner === identityId) return 'BENEFICIARY_BELONGS_TO_SAME_IDENTITY'
  } else {
    const account = details.bankAccountDetails
    if ('iban' in account && !isIban(account.iban)) return 'INSTRUMENT_DETAILS_NOT_FOUND'
    if (known.own.has(key)) return 'BENEFICIARY_BELONGS_TO_SAME_IDENTITY'
  }
  return known.taken.has(key) ? 'BENEFICIARY_DETAILS_ALREADY_EXIST' : undefined
}

/** Destinations that the identity has as payees already, or is about to have. */
async function takenKeys(ctx: Ctx, identityId: string, payees: readonly BeneficiaryRow[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (const keys of parts(payees.map((row) => row.destination_key))) {
    const rows = await ctx.tx
      .selectFrom('sandbox_beneficiary')
      .select('destination_key')
      .where('identity_id', '=', identityId)
      .where('destination_key', 'in', keys)
      .where('state', 'in', ['PENDING_CHALLENGE', 'ACTIVE'])
      .execute()
    for (const row of rows) taken.add(row.destination_key)
  }
  return taken
}

/** Whose the instruments are, by destination key; the system's own and destroyed ones are nobody's. */
async function ownersOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  for (const some of parts(ids)) {
    const rows = await ctx.tx
      .selectFrom('sandbox_instrument')
      .select(['id', 'type', 'identity_id'])
      .where('id', 'in', some)
      .where('state', '<>', 'DESTROYED')
      .where('identity_id', '<>', 'system')
      .execute()
    for (const row of rows) owners.set(`${row.type}:${row.id}`, row.identity_id)
  }
  return owners
}
