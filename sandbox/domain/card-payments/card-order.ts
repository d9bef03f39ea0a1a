import type { CurrencyAmount } from '../../../contract/common'

/** What a shop asks of a card. */
export type CardOrder = {
  cardId: string
  /** In the shop's currency, above zero. */
  amount: CurrencyAmount
  merchant: Shop
  /** A cash machine: its category is then 6011. */
  atm?: boolean | undefined
  /** Part of the amount is handed out. */
  cashback?: boolean | undefined
  /** Left out: a small amount in a shop is. */
  contactless?: boolean | undefined
  /** Left out: the card is not there, but at a cash machine; the cardholder is where the card is. */
  cardPresent?: boolean | undefined
  cardholderPresent?: 'PRESENT' | 'NOT_PRESENT' | 'PRESENCE_UNKNOWN' | undefined
  /** Minor units of the card's currency, instead of what the programme has set; only where currencies are exchanged. */
  forexFee?: number | undefined
  forexPadding?: number | undefined
  /** When it happened at the shop; now where left out. */
  at?: number | undefined
  /** What was said of the card where it is known by its number: whether it was right. */
  told?: { cvv: boolean; expiry: boolean } | undefined
}

export type Shop = {
  name: string
  /** Left out: one that is the same for all shops of that name. */
  id?: string | undefined
  /** 5399 where left out, or where it is none. */
  categoryCode?: string | undefined
  /** ISO alpha-2. */
  country?: string | undefined
  street?: string | undefined
  city?: string | undefined
  state?: string | undefined
  postalCode?: string | undefined
  telephone?: string | undefined
  url?: string | undefined
  nameOther?: string | undefined
  networkId?: string | undefined
  contact?: string | undefined
}
