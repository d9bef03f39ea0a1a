import * as z from 'zod'
import * as common from './common'
import * as errors from './errors'
import { eventAreas } from './events'
import * as people from './people'
import { resources } from './registry'
import { simulatorAreas } from './simulator'
import * as statements from './statements'

export type Json = Record<string, unknown>

const components = '#/components/schemas/'
const byName = new Map<string, z.ZodType>()
const names = z.registry<{ id: string }>()

/** Every schema that the contract exports is a component under its own name; the rest is written where it is used. */
for (const file of [common, people, errors, ...resources, statements, ...eventAreas, ...simulatorAreas]) {
  for (const [name, schema] of Object.entries(file)) {
    if (!(schema instanceof z.ZodType) || byName.get(name) === schema) continue
    if (byName.has(name)) throw new Error(`Two different schemas are both exported as ${name}.`)
    byName.set(name, schema)
    names.add(schema, { id: name })
  }
}

/** Writes a schema as OpenAPI 3.1 has it: named ones as references to `#/components/schemas`. */
export function schemaOf(schema: z.ZodType): Json {
  return convert(schema).schema
}

/** The named schemas, each written out once. */
export function componentSchemas(): Record<string, Json> {
  const written: Record<string, Json> = {}
  // Wrapped, because a schema at the root is written out and not referred to.
  for (const schema of byName.values()) Object.assign(written, convert(z.array(schema)).definitions)
  return written
}

function convert(schema: z.ZodType): { schema: Json; definitions: Record<string, Json> } {
  const named = names.get(schema)
  if (named) return { schema: { $ref: components + named.id }, definitions: {} }
  const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { metadata: names, io: 'input', override: tidy })
  const definitions = (relink($defs ?? {}) ?? {}) as Record<string, Json>
  for (const definition of Object.values(definitions)) delete definition.id
  return { schema: relink(json) as Json, definitions }
}

/** Removes what only describes JavaScript, and writes the published document's own view of what is optional. */
function tidy({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  if (jsonSchema.format === 'email') delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.type === 'integer' && jsonSchema.maximum === undefined) jsonSchema.format = 'int64'
  if (zodSchema._zod.def.type !== 'object') return
  const { shape } = zodSchema._zod.def
  const required = jsonSchema.required?.filter((name) => !isPublishedOptional(shape[name]))
  if (required?.length) jsonSchema.required = required
  else delete jsonSchema.required
}

function isPublishedOptional(schema: z.core.$ZodType | undefined): boolean {
  return schema !== undefined && z.globalRegistry.get(schema)?.['x-published-optional'] === true
}

/** Points references at the components of the document instead of the definitions of one schema. */
function relink(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relink)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' ? [key, value.replace('#/$defs/', components)] : [key, relink(value)],
    ),
  )
}
