/** The bank that the sandbox plays; no real one has these codes. */
const bank = { code: 'SBXB', sortCode: '040099', name: 'Sandbox Bank', address: '1 Ledger Lane, Dublin, Ireland' }

const iban = { EUR: 'IE', GBP: 'GB', USD: 'GB' } as const

export type BankDetails = {
  beneficiaryNameAndSurname: string
  beneficiaryBank: string
  beneficiaryBankAddress: string
  details:
    | { iban: string; bankIdentifierCode: string }
    | { accountNumber: string; sortCode: string }
    | { iban: string; code: string }
}

/**
 * Every way to pay into an account: an IBAN for euro, sort code and account number beside it for pounds, an IBAN with a
 * SWIFT code for dollars.
 */
export function bankDetails(currency: string, holder: string, accountNumber: string): BankDetails[] {
  const country = currency === 'EUR' ? iban.EUR : currency === 'GBP' ? iban.GBP : iban.USD
  const payee = {
    beneficiaryNameAndSurname: holder,
    beneficiaryBank: bank.name,
    beneficiaryBankAddress: bank.address,
  }
  const number = ibanOf(country, `${bank.code}${bank.sortCode}${accountNumber}`)
  const bic = `${bank.code}${country}2D`
  switch (currency) {
    case 'GBP':
      return [
        { ...payee, details: { accountNumber, sortCode: bank.sortCode } },
        { ...payee, details: { iban: number, bankIdentifierCode: bic } },
      ]
    case 'USD':
      return [{ ...payee, details: { iban: number, code: bic } }]
    default:
      return [{ ...payee, details: { iban: number, bankIdentifierCode: bic } }]
  }
}

/** An IBAN with its check digits (ISO 7064, modulo 97). */
export function ibanOf(country: string, basic: string): string {
  const check = 98 - remainder97(`${basic}${country}00`)
  return `${country}${String(check).padStart(2, '0')}${basic}`
}

/** Letters count as 10 to 35; taken digit by digit, since the number is longer than JavaScript's. */
export function remainder97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
