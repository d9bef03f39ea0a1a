export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/** How many weeks of history there are, before the two in which everything is set up. */
export const WEEKS = 50
