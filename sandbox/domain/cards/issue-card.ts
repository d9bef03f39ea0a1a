import type { Keys } from '../../keys'
import type { Ctx } from '../context'
import { later } from '../due/later'
import type { CardDocument } from './card-document'
import { cardTimes, profileOf } from './card-profiles'
import { newCardNumber, sealCardSecret } from './card-secrets'
import type { CardRow } from './find-card'
import { endOfValidity, warnAt } from './validity'

/** What a new card does not get from chance or time. */
export type NewCard = Pick<
  CardRow,
  | 'identity_id'
  | 'profile_id'
  | 'mode'
  | 'currency'
  | 'friendly_name'
  | 'tag'
  | 'parent_account_id'
  | 'user_id'
  | 'renewal_type'
> & { document: CardDocument }

/** Makes a virtual card with a number of its own, valid from now on; what follows from its age is ordered with it. */
export async function issueCard(ctx: Ctx, keys: Keys, order: NewCard): Promise<CardRow> {
  const now = ctx.now()
  const id = ctx.newId()
  const { profile_id, currency, friendly_name, tag, document, ...given } = order
  const number = await newCardNumber(ctx, profileOf(order).bin)
  const instrument = {
    profile_id,
    friendly_name,
    currency,
    tag,
    state: 'ACTIVE',
    blocked_reason: null,
    destroyed_reason: null,
    available_balance: 0,
    actual_balance: 0,
    created_at: now,
  } as const
  const card = {
    ...given,
    id,
    type: 'VIRTUAL',
    external_handle: BigInt(id).toString(36),
    first_six: number.slice(0, 6),
    last_four: number.slice(-4),
    number_cipher: sealCardSecret(keys, id, 'number', number),
    pin_cipher: null,
    activation_cipher: null,
    valid_from: now,
    valid_until: endOfValidity(now, cardTimes.validMonths),
    manufacturing_state: null,
    pending_activation: 0,
    pin_blocked: 0,
    replacement_id: null,
    replacement_reason: null,
    spend_key: id,
    spend_rules: null,
    document: JSON.stringify(document),
  } as const
  await ctx.tx
    .insertInto('sandbox_instrument')
    .values({
      ...instrument,
      id,
      type: 'managed_cards',
      identity_id: order.identity_id,
      low_balance_threshold: null,
      iban_state: 'UNALLOCATED',
      bank_details: '[]',
    })
    .execute()
  await ctx.tx.insertInto('sandbox_card').values(card).execute()
  await later(ctx, 'card-warning', id, warnAt(card))
  return { ...instrument, ...card }
}
