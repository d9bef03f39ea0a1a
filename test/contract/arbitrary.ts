import fc from 'fast-check'
import * as z from 'zod'

/** Values that a schema of the contract accepts, made from the schema itself; fails loudly on a kind it does not know. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return fc.option(valuesOf(inner(schema.unwrap())), { nil: undefined })
  if (schema instanceof z.ZodObject) return objects(schema)
  if (schema instanceof z.ZodArray) return fc.array(valuesOf(inner(schema.element)), { minLength: 1, maxLength: 4 })
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((option) => valuesOf(inner(option))))
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodEmail) return fc.constantFrom('ada@example.com', 'a+b.c@sub.example.org')
  if (schema instanceof z.ZodNumber) return integers(schema)
  if (schema instanceof z.ZodString) return strings(schema)
  throw new Error(`No values are known for a schema of type ${schema._zod.def.type}.`)
}

/** zod types the parts of a schema by its smaller core; every part here is a full schema. */
const inner = (part: z.core.$ZodType) => part as z.ZodType

function objects(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, valuesOf(inner(field))] as const)
  return fc
    .record(Object.fromEntries(fields))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)))
}

function integers(schema: z.ZodNumber): fc.Arbitrary<number> {
  const limit = 999_999_999_999_999
  return fc.integer({
    min: Math.max(schema.minValue ?? -limit, -limit),
    max: Math.min(schema.maxValue ?? limit, limit),
  })
}

/** Text of the schema's pattern; filtered by the schema, whose length limits may be narrower. */
function strings(schema: z.ZodString): fc.Arbitrary<string> {
  const patterns = (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : [],
  )
  const text = patterns[0] ? fc.stringMatching(patterns[0]) : fc.string({ minLength: 1, maxLength: 40 })
  const max = schema.maxLength ?? Number.POSITIVE_INFINITY
  return text.map((value) => value.slice(0, max)).filter((value) => schema.safeParse(value).success)
}
