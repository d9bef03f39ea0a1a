import * as z from 'zod'

/** Complaints about a field, in the vendor's closed vocabulary. */
export const FieldError = z.enum([
  'REQUIRED',
  'HAS_TEXT',
  'REQUIRES',
  'SIZE',
  'RANGE',
  'IN',
  'NOT_IN',
  'REGEX',
  'EXACTLY',
  'AT_LEAST',
  'AT_MOST',
  'ALL_OR_NONE',
])
export type FieldError = z.infer<typeof FieldError>

export const InvalidField = z.object({
  /** Dotted path that begins with `request.`, as in `request.destinationAmount.amount`. */
  fieldName: z.string(),
  error: FieldError,
  params: z.array(z.string()).optional(),
})
export type InvalidField = z.infer<typeof InvalidField>

/** 400: the request does not have the documented form. */
export const BadRequest = z.object({
  message: z.string().max(255).optional(),
  syntaxErrors: z.object({ invalidFields: z.array(InvalidField) }).optional(),
})

/** 403, 409, 410 (and 404 of password and token operations): a documented refusal. */
export const Coded = z.object({ errorCode: z.string(), message: z.string().optional() })

/** 404, 405 and everything else with a body. */
export const Described = z.object({ code: z.string(), message: z.string() })

// The fourth body is no body at all: 401, 423, 429, 500 and 503.
