import type { OutgoingWireTransferValidationOutcome as Outcome } from '../../../contract/wire-transfers'
import type { Payee, Rail } from './wire-document'

/**
 * Asks the payee's bank whether name and account belong together, as banks do for pounds (confirmation of payee) and for
 * euro (verification of payee); SWIFT knows no such question. The last two digits of the account decide what that bank
 * says, so that a test can have any answer; those that are not listed say that all is well.
 */
export function checkPayee(rail: Rail, payee: Payee): Outcome[] | undefined {
  const { account } = payee
  if (rail === 'SWIFT' || account.kind === 'swift') return undefined
  return account.kind === 'iban' ? [verify(payee, account.iban)] : [confirm(payee, account.accountNumber)]
}

function verify(payee: Payee, iban: string): Outcome {
  const category = 'SEPA_VERIFICATION_OF_PAYEE'
  switch (iban.slice(-2)) {
    case '01': {
      const accountName = realName(payee)
      if (accountName === payee.name) return { category, categoryResult: { match: 'MATCH' } }
      return { category, categoryResult: { match: 'CLOSE_MATCH', accountName } }
    }
    case '02':
      return { category, categoryResult: { match: 'NO_MATCH' } }
    case '03':
      return { category, categoryResult: { match: 'NOT_POSSIBLE' } }
    default:
      return { category, categoryResult: { match: 'MATCH' } }
  }
}

type UkResult = Extract<Outcome, { category: 'UK_CONFIRMATION_OF_PAYEE' }>['categoryResult']

const ukResults: Readonly<Record<string, UkResult>> = {
  '01': { match: 'CLOSE_MATCH', reasonCode: 'MBAM' },
  '02': { match: 'NO_MATCH', reasonCode: 'ANNM' },
  '03': { match: 'NOT_POSSIBLE', reasonCode: 'ACNS' },
  '04': { match: 'CLOSE_MATCH', reasonCode: 'BANM' },
  '05': { match: 'CLOSE_MATCH', reasonCode: 'PANM' },
  '06': { match: 'CLOSE_MATCH', reasonCode: 'BAMM' },
  '07': { match: 'CLOSE_MATCH', reasonCode: 'PAMM' },
  '08': { match: 'NO_MATCH', reasonCode: 'AC01' },
  '09': { match: 'NO_MATCH', reasonCode: 'IVCR' },
  '10': { match: 'NOT_POSSIBLE', reasonCode: 'OPTO' },
  '11': { match: 'NOT_POSSIBLE', reasonCode: 'CASS' },
  '12': { match: 'NOT_POSSIBLE', reasonCode: 'SCNS' },
}

/** Codes with which the bank says what the account is really called. */
const tellsTheName: ReadonlySet<string> = new Set(['MBAM', 'BAMM', 'PAMM'])

function confirm(payee: Payee, accountNumber: string): Outcome {
  const category = 'UK_CONFIRMATION_OF_PAYEE'
  const result = ukResults[accountNumber.slice(-2)] ?? { match: 'EXACT_MATCH' }
  if (!tellsTheName.has(result.reasonCode ?? '')) return { category, categoryResult: result }
  const accountName = realName(payee)
  if (result.reasonCode === 'MBAM' && accountName === payee.name)
    return { category, categoryResult: { match: 'EXACT_MATCH' } }
  return { category, categoryResult: { ...result, accountName } }
}

/** Close to what was typed, and the same again when that is typed: a person who accepts it has a match. */
function realName({ name, type }: Payee): string {
  const suffix = type === 'PERSONAL' ? ' Jr' : ' Ltd'
  return name.endsWith(suffix) ? name : `${name}${suffix}`
}
