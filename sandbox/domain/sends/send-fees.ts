import type { CurrencyAmount } from '../../../contract/common'
import { done, type Outcome, refuse } from '../context'
import { programme } from '../programme'

/** Minor units, in the currency of the send. */
export type SendFees = { source: number; destination: number }

const { sends, sendsWithFees } = programme.profiles
const free: SendFees = { source: 0, destination: 0 }
const configured: ReadonlyMap<string, SendFees> = new Map(Object.entries(programme.sendFees))

export type FeeRefusal = 'FEE_NOT_CONFIGURED_FOR_CURRENCY' | 'DESTINATION_FEE_EXCEEDS_TRANSACTION_AMOUNT'

export const isSendProfile = (profileId: string): boolean => profileId === sends || profileId === sendsWithFees

/** What a send of a profile costs its two sides. */
export function sendFees(profileId: string, { currency, amount }: CurrencyAmount): Outcome<SendFees, FeeRefusal> {
  if (profileId !== sendsWithFees) return done(free)
  const fees = configured.get(currency)
  if (!fees) return refuse('FEE_NOT_CONFIGURED_FOR_CURRENCY')
  return fees.destination > amount ? refuse('DESTINATION_FEE_EXCEEDS_TRANSACTION_AMOUNT') : done(fees)
}
