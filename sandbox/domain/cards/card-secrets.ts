import { createHmac, randomInt } from 'node:crypto'
import { nextInSequence } from '../../../storage/transaction'
import type { Keys } from '../../keys'
import type { Ctx } from '../context'
import { seal, unseal } from '../secure/seal'
import type { CardRow } from './find-card'

export type CardSecret = 'number' | 'pin' | 'activation'

/** Sealed for one card and one place on it: exchanged between rows or columns it does not open. */
export const sealCardSecret = (keys: Keys, cardId: string, secret: CardSecret, value: string): string =>
  seal(keys, `${cardId} ${secret}`, value)

/** A secret of a card in clear; `undefined` where the card has none. It must not leave but as a token. */
export function openCardSecret(keys: Keys, card: CardRow, secret: CardSecret): string | undefined {
  const sealed = card[`${secret}_cipher`]
  if (sealed === null) return undefined
  const value = unseal(keys, `${card.id} ${secret}`, sealed)
  if (value === undefined) throw new Error(`card ${card.id}: its ${secret} was sealed with other keys`)
  return value
}

/**
 * The three digits on the back, drawn from the card and its end as schemes do it: nothing is kept, and a renewed card has
 * others. They must not leave but as a token.
 */
export function cvvOf(keys: Keys, card: Pick<CardRow, 'id' | 'valid_until'>): string {
  const drawn = createHmac('sha256', keys.verification).update(`${card.id} ${card.valid_until}`).digest()
  return digits(drawn.readUInt32BE() % 1000, 3)
}

export const newPin = () => digits(randomInt(10_000), 4)

// A number without a common factor with ten, and one to begin at: neighbours get numbers that do not look alike.
const STRIDE = 387_420_489n
const OFFSET = 512_847_193n

/** A card number that no other card has: the profile's first digits, nine of a sequence, and the check digit. */
export async function newCardNumber(ctx: Ctx, bin: string): Promise<string> {
  const count = BigInt(await nextInSequence(ctx.tx, 'card-number'))
  const unique = (count * STRIDE + OFFSET) % 1_000_000_000n
  const number = `${bin}${digits(Number(unique), 9)}`
  return `${number}${checkDigit(number)}`
}

/** Luhn: from the right, every second digit counts twice. */
export function checkDigit(number: string): number {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const digits = (value: number, length: number) => String(value).padStart(length, '0')
