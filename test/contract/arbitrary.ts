import fc from 'fast-check'
import * as z from 'zod'

/** `complete` leaves no optional field out. */
type Options = { complete?: boolean }

/** Values that a schema of the contract accepts, made from the schema itself; fails loudly on a kind it does not know. */
export function valuesOf(schema: z.ZodType, options: Options = {}): fc.Arbitrary<unknown> {
  const of = (part: z.core.$ZodType) => valuesOf(part as z.ZodType, options)
  if (schema instanceof z.ZodOptional)
    return options.complete ? of(schema.unwrap()) : fc.option(of(schema.unwrap()), { nil: undefined })
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodNonOptional)
    return of(schema.unwrap())
  if (schema instanceof z.ZodObject) return objects(schema, options)
  if (schema instanceof z.ZodArray) return arrays(schema, options)
  if (schema instanceof z.ZodRecord) return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), of(schema.valueType))
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(of))
  if (schema instanceof z.ZodIntersection) {
    const both = fc.tuple(of(schema.def.left), of(schema.def.right))
    return both.map(([left, right]) => ({ ...(left as object), ...(right as object) }))
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodUnknown || schema instanceof z.ZodAny) return fc.constantFrom('text', 7, true)
  if (schema instanceof z.ZodEmail) return fc.constantFrom('ada@example.com', 'a+b.c@sub.example.org')
  if (schema instanceof z.ZodURL) return fc.constantFrom('https://example.com/path')
  if (schema instanceof z.ZodISODate) return fc.constantFrom('1990-02-28', '2001-12-31')
  if (schema instanceof z.ZodNumber) return integers(schema)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return strings(schema)
  throw new Error(`No values are known for a schema of type ${schema._zod.def.type}.`)
}

/** Fields of an object; filtered by the schema, which may hold them to rules among themselves. */
function objects(schema: z.ZodObject, options: Options): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(
    ([name, field]) => [name, valuesOf(field as z.ZodType, options)] as const,
  )
  return fc
    .record(Object.fromEntries(fields))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)))
    .filter((value) => schema.safeParse(value).success)
}

function arrays(schema: z.ZodArray, options: Options): fc.Arbitrary<unknown> {
  return fc
    .array(valuesOf(schema.element as z.ZodType, options), { minLength: 1, maxLength: 4 })
    .filter((value) => schema.safeParse(value).success)
}

function integers(schema: z.ZodNumber): fc.Arbitrary<number> {
  const limit = 999_999_999_999_999
  return fc.integer({
    min: Math.max(schema.minValue ?? -limit, -limit),
    max: Math.min(schema.maxValue ?? limit, limit),
  })
}

/** Text of the schema's pattern; filtered by the schema, whose length limits may be narrower. */
function strings(schema: z.ZodString | z.ZodStringFormat): fc.Arbitrary<string> {
  const patterns = (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : [],
  )
  const text = patterns[0] ? fc.stringMatching(patterns[0]) : fc.string({ minLength: 1, maxLength: 40 })
  const max = schema.maxLength ?? Number.POSITIVE_INFINITY
  return text.map((value) => value.slice(0, max)).filter((value) => schema.safeParse(value).success)
}
