export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/** How big the company is; tests look at a smaller one. */
export type Size = {
  /** Of history, before the two in which everything is set up. */
  weeks: number
  cards: number
  /** Of 250 payees each. */
  payeeBatches: number
  /** Each week, in one batch. */
  transfers: number
}
export const full: Size = { weeks: 50, cards: 390, payeeBatches: 12, transfers: 840 }
