export type PaymentsTables = Record<never, never>
