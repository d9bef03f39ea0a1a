import type * as z from 'zod'
import type { ConsoleSection, Endpoint, Section } from '../../contract/endpoint'
import { clean, isSecretName, MALFORMED, WITHHELD } from './bounded'
import { recordable, settings } from './recordable'

const MAX_ITEMS = 20

/**
 * What a call says it changes, for the record: only fields that the operation's body has, only values that such a field can
 * hold, and none of those that are not to be recorded. Rows of a bulk are counted.
 */
export function changeOf(ep: Endpoint, body: unknown): unknown {
  if (!ep.body || body === undefined) return undefined
  return walk(ep.body, body, '', consoleSections.has(ep.section) ? ofConsole : ofApi)
}

const consoleSections: ReadonlySet<Section> = new Set<ConsoleSection>([
  'console-roles',
  'proposals',
  'audit',
  'events',
  'authorisations',
])

type Rules = { may: (name: string) => boolean; countsRows: boolean }
const ofApi: Rules = { may: (name) => recordable.has(name), countsRows: true }
/** The console's own bodies are settings, and hold no secrets; those of the way in repeat the Multi API's. */
const ofConsole: Rules = { may: () => true, countsRows: false }

/** Audited: what zod keeps of each kind of schema. */
type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  in?: z.ZodType
  left?: z.ZodType
  right?: z.ZodType
  getter?: () => z.ZodType
}

function walk(schema: z.ZodType, value: unknown, name: string, rules: Rules): unknown {
  const def = schema._zod.def as Def
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined) ?? def.getter?.()
  if (value === null) return null
  if (inner) return walk(inner, value, name, rules)
  if (def.options) return walk(fitting(def.options, value), value, name, rules)
  if (def.left && def.right) return { ...both(def.left, value, name, rules), ...both(def.right, value, name, rules) }
  if (def.shape) return isRecord(value) ? fields(def.shape, value, rules) : MALFORMED
  if (def.element) return Array.isArray(value) ? items(def.element, value, name, rules) : MALFORMED
  if (isSecretName(name) || !rules.may(name)) return WITHHELD
  return leaf(schema, value)
}

function leaf(schema: z.ZodType, value: unknown): unknown {
  if (!schema.safeParse(value).success) return MALFORMED
  if (typeof value === 'string') return clean(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : WITHHELD
}

function fields(
  shape: Record<string, z.ZodType>,
  value: Record<string, unknown>,
  rules: Rules,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    if (!Object.hasOwn(value, name)) continue
    kept[name] = isSecretName(name) ? WITHHELD : walk(schema, value[name], name, rules)
  }
  return kept
}

function items(element: z.ZodType, value: unknown[], name: string, rules: Rules): unknown {
  if (rules.countsRows && !settings.has(name) && value.some(isRecord)) return { rows: value.length }
  const kept = value.slice(0, MAX_ITEMS).map((item) => walk(element, item, name, rules))
  return value.length > MAX_ITEMS ? [...kept, `… ${value.length - MAX_ITEMS}`] : kept
}

const both = (schema: z.ZodType, value: unknown, name: string, rules: Rules): object => {
  const kept = walk(schema, value, name, rules)
  return isRecord(kept) ? kept : {}
}

/** The alternative that takes the value, else the first that has fields at all, else the first. */
function fitting(options: z.ZodType[], value: unknown): z.ZodType {
  const found =
    options.find((option) => option.safeParse(value).success) ??
    (isRecord(value) ? options.find((option) => 'shape' in option._zod.def) : undefined) ??
    options[0]
  if (!found) throw new Error('A union without alternatives.')
  return found
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
