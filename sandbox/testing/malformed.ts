import * as z from 'zod'

export type Path = readonly (string | number)[]
/** A value that a schema refuses, where it was spoiled, and how. */
export type Malformed = { path: Path; how: string; value: unknown }

const HUGE = 'x'.repeat(256 * 1024)
const DEEP = nested(200)

/** Every way to spoil a good value that the schema notices, each in one place: made from the schema itself. */
export function malformed(schema: z.ZodType, good: unknown): Malformed[] {
  return [...spoil(schema, good, [])]
    .map(({ path, how, value }) => ({ path, how, value: put(good, path, value) }))
    .filter(({ value }) => !schema.safeParse(value).success)
}

const GONE = Symbol('gone')

function* spoil(schema: z.ZodType, good: unknown, path: Path): Generator<Malformed> {
  const wrong = (how: string, value: unknown): Malformed => ({ path, how, value })
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    yield* spoil(schema.unwrap() as z.ZodType, good, path)
    return
  }
  if (path.length > 0) yield wrong('missing', GONE)
  if (path.length > 0) yield wrong('null', null)
  yield wrong('nested deep', DEEP)
  if (schema instanceof z.ZodObject) yield* spoilObject(schema, good, path)
  else if (schema instanceof z.ZodArray) yield* spoilArray(schema, good, path)
  else if (schema instanceof z.ZodUnion) {
    const variant = schema.options.find((option) => (option as z.ZodType).safeParse(good).success)
    if (variant) yield* spoil(variant as z.ZodType, good, path)
  } else if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) {
    yield wrong('unknown value', 'NO_SUCH_VALUE')
    yield wrong('wrong type', 7)
  } else if (schema instanceof z.ZodNumber) {
    for (const [how, value] of Object.entries(badNumbers(schema))) yield wrong(how, value)
  } else if (schema instanceof z.ZodBoolean) yield wrong('wrong type', 'yes')
  else {
    yield wrong('wrong type', 7)
    yield wrong('wrong type', { text: 'x' })
    yield wrong('empty', '')
    yield wrong('bad characters', '\n\u0001💥<script>')
    yield wrong('huge', HUGE)
    yield wrong('NUL', 'a\0b')
    if (schema instanceof z.ZodString && schema.maxLength) yield wrong('too long', '1'.repeat(schema.maxLength + 1))
  }
}

function* spoilObject(schema: z.ZodObject, good: unknown, path: Path): Generator<Malformed> {
  yield { path, how: 'wrong type', value: 'text' }
  yield { path, how: 'wrong type', value: [] }
  for (const [name, field] of Object.entries(schema.shape))
    yield* spoil(field as z.ZodType, read(good, name), [...path, name])
}

function* spoilArray(schema: z.ZodArray, good: unknown, path: Path): Generator<Malformed> {
  yield { path, how: 'wrong type', value: 'text' }
  yield { path, how: 'empty', value: [] }
  const first: unknown = Array.isArray(good) ? good[0] : undefined
  const most = schema.def.checks?.flatMap(({ _zod: { def } }) => ('maximum' in def ? [Number(def.maximum)] : []))[0]
  if (most !== undefined && first !== undefined)
    yield { path, how: 'too many', value: Array.from({ length: most + 1 }, () => first) }
  yield* spoil(schema.element as z.ZodType, first, [...path, 0])
}

function badNumbers(schema: z.ZodNumber): Record<string, unknown> {
  return {
    'number as text': '12',
    'not whole': 1.5,
    'not exact': 2 ** 60,
    'too small': (schema.minValue ?? 0) - 1,
    'too large': (schema.maxValue ?? 0) + 1,
  }
}

export const read = (value: unknown, key: string | number): unknown =>
  value && typeof value === 'object' ? Reflect.get(value, key) : undefined

/** The same value with another one at a place in it. */
export function put(into: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const next = put(read(into, key), rest, value)
  if (typeof key === 'number') return (Array.isArray(into) ? into : []).toSpliced(key, 1, next)
  const { [key]: _, ...others } = (into ?? {}) as Record<string, unknown>
  return next === GONE ? others : { ...others, [key]: next }
}

function nested(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level++) value = { inner: value }
  return value
}
