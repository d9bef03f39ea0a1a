import * as z from 'zod'

// A page's content security policy forbids compiling schemas from text; even trying would be reported as a violation.
if (!('process' in globalThis)) z.config({ jitless: true })

/** Ids are digit strings, longer than a JavaScript number can hold; they stay strings everywhere. */
export const Id = z.string().regex(/^[0-9]+$/)

/** The caller's own label on a resource; lists filter by it exactly. */
export const Tag = z
  .string()
  .max(50)
  .regex(/^[a-zA-Z0-9_-]+$/)

export const Currency = z
  .string()
  .length(3)
  .regex(/^[A-Z]*$/)

/** Money: an integer in the currency's smallest unit (EUR 1000 is 10.00, JPY 1000 is 1000). */
export const CurrencyAmount = z.object({ currency: Currency, amount: z.int() })
export type CurrencyAmount = z.infer<typeof CurrencyAmount>

/** An instant: epoch milliseconds. */
export const Timestamp = z.int()

export const IdentityType = z.enum(['CORPORATE', 'CONSUMER'])
export const IdentityId = z.object({ type: IdentityType, id: Id })
export type IdentityId = z.infer<typeof IdentityId>

export const CredentialId = z.object({ type: z.enum(['ROOT', 'USER', 'API_CLIENT']), id: Id })
export type CredentialId = z.infer<typeof CredentialId>

export const InstrumentType = z.enum(['managed_cards', 'managed_accounts'])
export const InstrumentId = z.object({ id: Id, type: InstrumentType })
export type InstrumentId = z.infer<typeof InstrumentId>

/** A password or PIN as the secure component hands it out: a token, never the plain value. */
export const SensitivePassword = z.object({ value: z.string().max(100) })

/** The six digits that a person receives by SMS or e-mail. */
export const VerificationCode = z.string().regex(/^[0-9]{6}$/)

/** An instant as a request writes it: epoch milliseconds in a string. */
export const ScheduledTimestamp = z.string().regex(/^[0-9]+$/)

/** A scaled integer: `value / 10^scale`. */
export const ScaledAmount = z.object({ value: z.int().optional(), scale: z.int().min(-128).max(127).optional() })

/** A query parameter that may be given once or repeated (`state=A&state=B`). */
export const repeatable = <S extends z.ZodType>(item: S) => z.union([z.array(item), item])

/** Offset paging, shared by every list: `offset` rows skipped, at most `limit` answered. */
export const paging = { offset: z.int().min(0).optional(), limit: z.int().min(1).max(100).optional() }

/** A list page: the rows under the resource's own key, all matches, and the rows of this page. */
export const page = <K extends string, S extends z.ZodType>(key: K, item: S) =>
  z.object({ [key]: z.array(item), count: z.int(), responseCount: z.int() } as {
    [P in K]: z.ZodArray<S>
  } & { count: z.ZodInt; responseCount: z.ZodInt })

/**
 * A field that the published document leaves optional although the operation cannot work without it: required here, and
 * written as optional in the emitted document.
 */
export const publishedOptional = <S extends z.ZodType>(schema: S): S => schema.meta({ 'x-published-optional': true })

/** 403 codes of operations on instruments that may ask for step-up. */
export const mayStepUp = ['STEP_UP_REQUIRED', 'ACCESS_TOKEN_REQUIRED', 'INSUFFICIENT_PERMISSIONS'] as const
export const forbidden = ['INSUFFICIENT_PERMISSIONS'] as const
/** 404 and 410 codes of operations that take a password token. */
export const passwordToken = ['TOKEN_EXPIRED', 'TOKEN_NOT_FOUND'] as const
