import type * as z from 'zod'
import type { Endpoint } from './endpoint'

type Query = Record<string, unknown>

/**
 * Writes a query the way the operation documents it: arrays repeat the name, `comma` joins, `exploded` spreads an
 * object's fields as parameters of their own. `undefined` is left out.
 */
export function encodeQuery(ep: Endpoint, query: Query = {}): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const style = ep.queryStyle?.[name]
    if (value === undefined) continue
    if (style === 'exploded') for (const [k, v] of Object.entries(value as Query)) search.append(k, String(v))
    else if (style === 'comma') search.append(name, [value].flat().join(','))
    else for (const item of [value].flat()) search.append(name, String(item))
  }
  return search
}

/**
 * Reads a query back into the shape of the operation's schema, strictly: `1e3`, `0x10` or an empty number stay text and
 * so fail the schema. Unknown names are kept for the schema to ignore or refuse.
 */
export function decodeQuery(ep: Endpoint, search: URLSearchParams): Query {
  // A map, because a name comes from outside and may be `constructor`.
  const shape = new Map(Object.entries<z.ZodType>(ep.query?.shape ?? {}))
  const decoded = new Map<string, unknown>()
  const taken = new Set<string>()
  for (const [name, schema] of shape) {
    if (ep.queryStyle?.[name] !== 'exploded') continue
    const fields = Object.keys((bare(schema) as z.ZodObject).shape).filter((key) => search.has(key))
    for (const key of fields) taken.add(key)
    if (fields.length > 0) decoded.set(name, Object.fromEntries(fields.map((key) => [key, search.get(key)])))
  }
  for (const name of new Set(search.keys())) {
    if (taken.has(name)) continue
    const schema = shape.get(name)
    const comma = schema && ep.queryStyle?.[name] === 'comma'
    const values = search.getAll(name).flatMap((text) => (comma ? text.split(',') : [text]))
    const typed = schema ? values.map((text) => scalar(schema, text)) : values
    decoded.set(name, typed.length > 1 || (schema && isList(schema)) ? typed : typed[0])
  }
  return Object.fromEntries(decoded)
}

function scalar(schema: z.ZodType, text: string): unknown {
  const kind = bare(schema)._zod.def.type
  if (kind === 'number' || kind === 'int') return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** The schema under `optional`, `default` and the like, and the item of a repeatable one. */
function bare(schema: z.ZodType): z.ZodType {
  const def = schema._zod.def as { type: string; innerType?: z.ZodType; element?: z.ZodType; options?: z.ZodType[] }
  if (def.innerType) return bare(def.innerType)
  if (def.type === 'array' && def.element) return bare(def.element)
  if (def.type === 'union' && def.options?.[0]) return bare(def.options[0])
  return schema
}

/** Takes lists only; a repeatable parameter is a union and takes one value bare. */
function isList(schema: z.ZodType): boolean {
  const def = schema._zod.def as { type: string; innerType?: z.ZodType }
  return def.innerType ? isList(def.innerType) : def.type === 'array'
}

/** Fills `{name}` of the path template; every value is encoded. */
export function fillPath(ep: Pick<Endpoint, 'path'>, params: Record<string, string> = {}): string {
  return ep.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
