import type { WireDestination } from '../../../contract/wire-transfers'
import { type FoundBeneficiary, findBeneficiary } from '../beneficiaries/find-beneficiary'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findLinkedAccount } from '../linked-accounts/find-linked-account'
import { isIban } from '../linked-accounts/reference-key'
import type { Payee, Rail } from './wire-document'

export type Resolved = {
  payee: Payee
  rail: Rail
  /** Set where the order named one of the identity's beneficiaries. */
  beneficiary?: FoundBeneficiary
}
export type PayeeRefusal =
  | 'BENEFICIARY_NOT_FOUND'
  | 'BENEFICIARY_TYPE_INVALID'
  | 'EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND'
  | 'TYPE_NOT_SUPPORTED_BY_PROFILE'
  | 'BENEFICIARY_BANK_DETAILS_INVALID'

/** Finds out whom a wire pays and by which rail: the kind of account and the currency decide. */
export async function resolvePayee(
  ctx: ActorCtx,
  destination: WireDestination,
  currency: string,
): Promise<Outcome<Resolved, PayeeRefusal>> {
  const found = await findPayee(ctx, destination)
  if (!found.ok) return found
  const rail = railOf(found.value.payee.account.kind, currency)
  if (!rail) return refuse('TYPE_NOT_SUPPORTED_BY_PROFILE')
  return done({ ...found.value, rail })
}

/** An IBAN is paid by SEPA in euro, a British account by Faster Payments in pounds, a SWIFT address in anything. */
export function railOf(kind: Payee['account']['kind'], currency: string): Rail | undefined {
  if (kind === 'swift') return 'SWIFT'
  if (kind === 'iban') return currency === 'EUR' ? 'SEPA' : undefined
  return currency === 'GBP' ? 'FASTER_PAYMENTS' : undefined
}

type Found = Omit<Resolved, 'rail'>

async function findPayee(ctx: ActorCtx, destination: WireDestination): Promise<Outcome<Found, PayeeRefusal>> {
  if ('beneficiaryId' in destination) return payeeOfBeneficiary(ctx, destination.beneficiaryId)
  if ('id' in destination) return payeeOfLinkedAccount(ctx, destination.id)
  const payee = written(destination)
  return hasGoodDetails(payee) ? done({ payee }) : refuse('BENEFICIARY_BANK_DETAILS_INVALID')
}

async function payeeOfBeneficiary(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<Found, 'BENEFICIARY_NOT_FOUND' | 'BENEFICIARY_TYPE_INVALID'>> {
  const beneficiary = await findBeneficiary(ctx, id)
  if (!beneficiary?.trusted) return refuse('BENEFICIARY_NOT_FOUND')
  if (beneficiary.kind !== 'bank-account') return refuse('BENEFICIARY_TYPE_INVALID')
  const { bankAccountDetails, ...bank } = beneficiary.bank
  const who = beneficiary.payee.beneficiaryInformation
  const person = 'fullName' in who ? { nationality: who.nationality, dateOfBirth: who.dateOfBirth } : {}
  const type = 'fullName' in who ? 'PERSONAL' : 'BUSINESS'
  return done({
    payee: { name: beneficiary.name, type, account: accountOf(bankAccountDetails), ...bank, ...person },
    beneficiary,
  })
}

async function payeeOfLinkedAccount(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<Found, 'EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND' | 'TYPE_NOT_SUPPORTED_BY_PROFILE'>> {
  const linked = await findLinkedAccount(ctx, id)
  if (!linked?.active) return refuse('EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND')
  // An account that has neither an IBAN nor a sort code is reached by no rail without its bank's code.
  if ('accountDescriptor' in linked.reference) return refuse('TYPE_NOT_SUPPORTED_BY_PROFILE')
  const { name, country } = linked.row
  return done({ payee: { name, account: accountOf(linked.reference), bankCountry: country } })
}

type Written = Exclude<WireDestination, { beneficiaryId: string } | { type: 'linked_accounts' }>

function written(destination: Written): Payee {
  if ('bankAccountDetails' in destination) {
    const { bankAccountDetails, ...rest } = destination
    return { ...rest, account: accountOf(bankAccountDetails) }
  }
  if ('account' in destination) {
    const { account, bankIdentifierCode, ...rest } = destination
    return { ...rest, account: { kind: 'swift', account, bankIdentifierCode } }
  }
  if ('iban' in destination) {
    const { iban, bankIdentifierCode, ...rest } = destination
    return { ...rest, account: { kind: 'iban', iban, bankIdentifierCode } }
  }
  const { accountNumber, sortCode, secondaryReference, ...rest } = destination
  return { ...rest, account: { kind: 'uk', accountNumber, sortCode, secondaryReference } }
}

type Details =
  | { iban: string; bankIdentifierCode?: string | undefined }
  | { accountNumber: string; sortCode: string; secondaryReference?: string | undefined }

const accountOf = (details: Details): Payee['account'] =>
  'iban' in details ? { kind: 'iban', ...details } : { kind: 'uk', ...details }

/** An IBAN proves itself by its check digits; SWIFT cannot route without the bank's code. */
function hasGoodDetails({ account }: Payee): boolean {
  if (account.kind === 'iban') return isIban(account.iban)
  return account.kind === 'uk' || account.bankIdentifierCode !== undefined
}
