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
  const shape: Record<string, z.ZodType> = ep.query?.shape ?? {}
  const decoded: Query = {}
  const taken = new Set<string>()
  for (const [name, schema] of Object.entries(shape)) {
    if (ep.queryStyle?.[name] !== 'exploded') continue
    const inner: Record<string, z.ZodType> = (bare(schema) as z.ZodObject).shape
    const entries = Object.keys(inner).flatMap((key) => {
      const value = search.get(key)
      if (value !== null) taken.add(key)
      return value === null ? [] : [[key, value] as const]
    })
    if (entries.length > 0) decoded[name] = Object.fromEntries(entries)
  }
  for (const name of new Set(search.keys())) {
    if (taken.has(name)) continue
    const values = search.getAll(name).flatMap((v) => (ep.queryStyle?.[name] === 'comma' ? v.split(',') : [v]))
    const schema = shape[name]
    const typed = schema ? values.map((v) => scalar(schema, v)) : values
    decoded[name] = typed.length > 1 ? typed : typed[0]
  }
  return decoded
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

/** Fills `{name}` of the path template; every value is encoded. */
export function fillPath(ep: Pick<Endpoint, 'path'>, params: Record<string, string> = {}): string {
  return ep.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
