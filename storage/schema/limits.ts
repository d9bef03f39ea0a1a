export type GatewayLimitTable = {
  /** What is counted and for whom, as a keyed hash: the table names no person and no address. */
  key: string
  /** The moment at which nothing is used up any more, or a lock opens; the row means nothing after it. */
  until: number
}

export type LimitsTables = { gateway_limit: GatewayLimitTable }
