import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { ProposalPayee } from '../../contract/console/proposals'

const text = z.string().optional()
const Raw = z.looseObject({
  name: text,
  id: text,
  type: text,
  beneficiaryId: text,
  iban: text,
  bankIdentifierCode: text,
  account: text,
  accountNumber: text,
  sortCode: text,
  bankAccountDetails: z
    .looseObject({ iban: text, bankIdentifierCode: text, accountNumber: text, sortCode: text })
    .optional(),
})
const Instrument = z.enum(['managed_accounts', 'managed_cards', 'linked_accounts'])

/**
 * Where an order's money goes. A destination that names two accounts at once is none: which of them the API would take is
 * not for an approver to guess.
 */
export function payeeOf(destination: unknown): ProposalPayee | undefined {
  const read = Raw.safeParse(destination)
  if (!read.success) return undefined
  const { name, id, type, beneficiaryId, bankAccountDetails, ...flat } = read.data
  const named = [id, beneficiaryId, bankAccountDetails, flat.iban, flat.account, flat.accountNumber]
  if (named.filter((one) => one !== undefined).length !== 1) return undefined
  if (beneficiaryId !== undefined) return { type: 'beneficiary', id: beneficiaryId }
  if (id !== undefined) {
    const instrument = Instrument.safeParse(type)
    return instrument.success ? { type: instrument.data, id } : undefined
  }
  const account = accountOf(bankAccountDetails ?? flat)
  return account === undefined ? undefined : { type: 'bank', ...(name !== undefined && { name }), account }
}

type Numbers = Pick<z.infer<typeof Raw>, 'iban' | 'account' | 'accountNumber' | 'sortCode' | 'bankIdentifierCode'>

function accountOf({ iban, account, accountNumber, sortCode, bankIdentifierCode }: Numbers): string | undefined {
  const given = [iban, account, accountNumber].filter((one) => one !== undefined)
  const [number] = given
  if (given.length !== 1 || number === undefined) return undefined
  // An IBAN says by itself which bank it is.
  const bank = iban === undefined ? (accountNumber === undefined ? bankIdentifierCode : sortCode) : undefined
  return [bank, number]
    .filter((part) => part !== undefined)
    .map((part) => part.replaceAll(/\s/g, '').toUpperCase())
    .join(' ')
}

/** Knows a payee again without saying who it is. The name is no part of it: the account is what money reaches. */
export function payeeKey(identityId: string, { type, id, account }: ProposalPayee): string {
  return createHash('sha256')
    .update(JSON.stringify([identityId, type, id ?? account]))
    .digest('hex')
}
