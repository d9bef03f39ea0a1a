import * as z from 'zod'
import { componentSchemas, type Json, schemaOf } from './json-schema'
import type { Simulation } from './simulation'
import { simulations } from './simulator'

const PREFIX = '#/components/schemas/'

/** The simulator as an OpenAPI 3.1 document, written from the same objects that the sandbox runs on. */
export function openapiSimulator(): Json {
  const paths: Record<string, Json> = {}
  for (const op of simulations) paths[op.path] = { ...paths[op.path], [op.method.toLowerCase()]: operation(op) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Simulator of the Multi API, as Multi Console speaks it',
      version: '3.63.5',
      description: 'What a test system lets you do in the place of banks, shops, phones and reviewers.',
    },
    servers: [{ url: 'https://sandbox.weavr.io/simulate/api' }],
    tags: [...new Set(simulations.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: reached(paths),
      securitySchemes: { 'programme-key': { type: 'apiKey', in: 'header', name: 'programme-key' } },
    },
  }
}

/** The first word of its path: what it is about. */
const tagOf = ({ path }: Simulation): string => path.split('/')[1] ?? ''

function operation(op: Simulation): Json {
  return {
    operationId: op.id,
    summary: op.summary,
    tags: [tagOf(op)],
    security: [{ 'programme-key': [] }],
    ...(op.params && {
      parameters: Object.entries<z.ZodType>(op.params.shape).map(([name, schema]) => ({
        name,
        in: 'path',
        required: true,
        schema: schemaOf(schema),
      })),
    }),
    ...(op.body && { requestBody: { required: true, content: json(schemaOf(op.body)) } }),
    responses: {
      ...(op.answer
        ? {
            200: {
              description: 'Done, or refused with a code that begins with DENIED',
              content: json(schemaOf(op.answer)),
            },
          }
        : { 204: { description: 'Done; there is no body' } }),
      400: { description: 'The request does not have the documented form' },
      401: { description: 'The programme key is missing or wrong' },
      ...(op.params && { 404: { description: 'There is no such thing' } }),
      ...(op.conflicts && {
        409: {
          description: 'The state of things does not allow it',
          content: json(schemaOf(z.object({ errorCode: z.enum(op.conflicts) }))),
        },
      }),
    },
  }
}

const json = (schema: Json): Json => ({ 'application/json': { schema } })

/** The named schemas that the paths refer to, and those that these refer to in turn. */
function reached(paths: Json): Record<string, Json> {
  const all = componentSchemas()
  const found: Record<string, Json> = {}
  const visit = (node: unknown): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(new RegExp(`"${PREFIX}([^"]+)"`, 'g'))) {
      const schema = all[name]
      if (!schema || name in found) continue
      found[name] = schema
      visit(schema)
    }
  }
  visit(paths)
  return found
}
