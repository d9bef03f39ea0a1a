import type { OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { programme } from '../programme'
import type { Rail } from './wire-document'

export type WordsRefusal = 'PURPOSE_OF_PAYMENT_REQUIRED' | 'MODEL_CONSTRAINTS_VIOLATED'

/** How long the reference may be that the payee reads, and whether there must be one. */
const references = {
  SEPA: { max: 35, required: true },
  FASTER_PAYMENTS: { max: 18, required: false },
  SWIFT: { max: 35, required: true },
} as const satisfies Record<Rail, { max: number; required: boolean }>

/** What the rail has against the words of an order. */
export function wordsRefused(
  rail: Rail,
  { purpose = '', description = '' }: Pick<OutgoingWireTransferOrder, 'purpose' | 'description'>,
): WordsRefusal | undefined {
  if (rail === 'SWIFT' && purpose.trim() === '') return 'PURPOSE_OF_PAYMENT_REQUIRED'
  const { max, required } = references[rail]
  const tooShort = required && description.trim() === ''
  return tooShort || description.length > max ? 'MODEL_CONSTRAINTS_VIOLATED' : undefined
}

/** What a wire costs; `undefined` where the profile has no price for the currency. */
export function feeOf(rail: Rail, currency: string): number | undefined {
  const prices: Readonly<Record<string, number>> = programme.wires.fees[rail]
  return prices[currency]
}
