import * as z from 'zod'
import { Currency } from '../common'

/** A 64-bit integer as most webhooks write it: in a string. */
export const Int64Text = z.string().regex(/^[0-9]+$/)

/** Money in minor units. The published form knows no sign. */
export const LegacyCurrencyAmount = z.object({ currency: Currency, amount: Int64Text })

/** Names any thing by its kind, as in `{type: 'corporates', id: '1'}`. */
export const StringWrappedTypeId = z.object({
  type: z
    .string()
    .max(50)
    .regex(/^[a-zA-Z0-9_-]+$/),
  id: Int64Text,
})
