export type CardsTables = Record<never, never>
