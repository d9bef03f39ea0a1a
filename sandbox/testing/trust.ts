import type { BasicBeneficiary } from '../../contract/beneficiaries'
import type { AccountReference } from '../../contract/linked-accounts'
import { ibanOf } from '../domain/accounts/bank-details'
import { createAccount } from '../domain/accounts/create-account'
import { allocateIban, requestIban } from '../domain/accounts/iban'
import { batchConfirmation, completeBatch } from '../domain/beneficiaries/confirmation'
import { createBeneficiaries } from '../domain/beneficiaries/order-batch'
import { validateBatch } from '../domain/beneficiaries/validate-batch'
import type { ActorCtx } from '../domain/context'
import { noLonger } from '../domain/due/later'
import { createLinkedAccount } from '../domain/linked-accounts/create-linked-account'
import { findLanding } from '../domain/linked-accounts/own-references'
import { setVerification } from '../domain/linked-accounts/simulate-verification'
import { programme } from '../domain/programme'

/** A German account with right check digits; each number is another one. */
export const germanIban = (number: number) => ibanOf('DE', `37040044${String(number).padStart(10, '0')}`)

/** A payee as it is ordered: a company, reached at `beneficiaryDetails`. */
export const payee = (
  beneficiaryDetails: BasicBeneficiary['beneficiaryDetails'],
  more: Partial<BasicBeneficiary> = {},
): BasicBeneficiary => ({
  trustLevel: 'TRUSTED',
  beneficiaryInformation: { businessName: 'Blue Harbour GmbH' },
  ...more,
  beneficiaryDetails,
})

/** A payee of the actor's identity who is ACTIVE, in one call. Answers its id; a payee that is refused throws. */
export async function trustBeneficiary(ctx: ActorCtx, order: BasicBeneficiary): Promise<string> {
  const [id = ''] = await trustBeneficiaries(ctx, [order])
  return id
}

/** The same for many, in one batch that runs through all its states. Answers their ids in the order given. */
export async function trustBeneficiaries(
  ctx: ActorCtx,
  orders: readonly BasicBeneficiary[],
  tag?: string,
): Promise<string[]> {
  const made = await createBeneficiaries(ctx, { beneficiaries: [...orders], ...(tag && { tag }) })
  if (!made.ok) throw new Error('a batch was refused')
  const { batchId } = made.value.operationBatchId
  await validateBatch(ctx, batchId)
  await batchConfirmation.confirmed(ctx, [batchId])
  await completeBatch(ctx, batchId)
  await noLonger(ctx, 'beneficiary-validation', batchId)
  await noLonger(ctx, 'beneficiary-completion', batchId)
  const rows = await ctx.tx
    .selectFrom('sandbox_beneficiary_in_batch as i')
    .innerJoin('sandbox_beneficiary as b', 'b.id', 'i.beneficiary_id')
    .select(['b.id', 'b.state', 'b.validation_failure'])
    .where('i.batch_id', '=', batchId)
    .orderBy('b.id')
    .execute()
  const bad = rows.find((row) => row.state !== 'ACTIVE')
  if (bad) throw new Error(`payee ${bad.id} is ${bad.state}: ${bad.validation_failure}`)
  return rows.map((row) => row.id)
}

type NewLink = { currency?: string; reference?: AccountReference; name?: string; country?: string }

/** A linked account of the actor's identity whose verification is under way. Answers its id; opens a landing account. */
export async function beginLinkedAccount(ctx: ActorCtx, link: NewLink = {}): Promise<string> {
  const { currency = 'EUR', reference = { iban: germanIban(1) }, name = 'Test Company', country = 'DE' } = link
  if (!(await findLanding(ctx, ctx.actor.identityId, currency))) await openLanding(ctx, currency)
  const made = await createLinkedAccount(ctx, {
    name,
    country,
    currency,
    type: ctx.actor.identityType === 'CORPORATE' ? 'BUSINESS' : 'PERSONAL',
    accountReference: reference,
  })
  if (!made.ok) throw new Error(made.refusal)
  return made.value.id
}

/** A linked account of the actor's identity that is ACTIVE, in one call. Answers its id. */
export async function verifyLinkedAccount(ctx: ActorCtx, link: NewLink = {}): Promise<string> {
  const id = await beginLinkedAccount(ctx, link)
  await setVerification(ctx, id, 'VERIFIED')
  return id
}

/** An account with bank details of its own at once. Answers its id. */
export async function openLanding(ctx: ActorCtx, currency: string): Promise<string> {
  const profileId = programme.profiles.managedAccounts
  const account = await createAccount(ctx, { profileId, friendlyName: `${currency} with IBAN`, currency })
  if (!account.ok) throw new Error(account.refusal)
  const { id } = account.value
  await requestIban(ctx, id)
  await allocateIban(ctx, id)
  await noLonger(ctx, 'iban', id)
  return id
}
