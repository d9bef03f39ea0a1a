import * as z from 'zod'
import { InstrumentType } from '../../../contract/common'
import type { StatementV2Entry } from '../../../contract/statements'
import type { EntryRow } from './read-entries'

/** What is noted beside a ledger row. */
export const EntryFields = z.record(z.string(), z.string().optional())
export type EntryFields = z.infer<typeof EntryFields>

type Counterparty = StatementV2Entry['counterparty']

/** The other side: another instrument of the bank, the sender or payee at another bank, or a shop. */
export function counterpartyOf(row: EntryRow, fields: EntryFields): Counterparty {
  if (row.transaction_type === 'DEPOSIT') return sender(fields)
  if (fields.beneficiaryName !== undefined) return payee(fields)
  if (fields.merchantName !== undefined) return shop(fields, fields.merchantName)
  return instrument(row, fields)
}

const sender = ({ sender: name, senderIban, senderReference: reference }: EntryFields): Counterparty => ({
  ...(name !== undefined && { name }),
  ...(senderIban !== undefined && senderIban !== '' && { iban: senderIban }),
  ...(reference !== undefined && { reference }),
})

/** An account that begins with letters is an IBAN; the code beside it is a BIC, or else a sort code. */
function payee({ beneficiaryName: name, beneficiaryAccount = '', beneficiaryBankCode }: EntryFields): Counterparty {
  const isIban = /^[A-Z]{2}\d{2}/.test(beneficiaryAccount)
  const isSortCode = /^\d{6}$/.test(beneficiaryBankCode ?? '')
  return {
    ...(name !== undefined && { name }),
    ...(isIban ? { iban: beneficiaryAccount } : { accountNumber: beneficiaryAccount }),
    ...(beneficiaryBankCode !== undefined && { [isSortCode ? 'sortCode' : 'bic']: beneficiaryBankCode }),
  }
}

const shop = (fields: EntryFields, name: string): Counterparty => ({
  name,
  ...(fields.merchantId !== undefined && { id: fields.merchantId }),
  ...(fields.merchantCategoryCode !== undefined && { categoryCode: fields.merchantCategoryCode }),
  ...(fields.merchantTerminalCountry !== undefined && { country: fields.merchantTerminalCountry }),
})

function instrument(row: EntryRow, fields: EntryFields): Counterparty {
  const paid = fields.sourceInstrumentId === row.account
  const type = InstrumentType.safeParse(paid ? fields.destinationInstrumentType : fields.sourceInstrumentType)
  const id = paid ? fields.destinationInstrumentId : fields.sourceInstrumentId
  if (id === undefined || !type.success) return undefined
  const friendlyName = paid ? fields.destinationInstrumentFriendlyName : fields.sourceInstrumentFriendlyName
  return { id, type: type.data, ...(friendlyName !== undefined && { friendlyName }) }
}
