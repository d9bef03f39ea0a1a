import * as z from 'zod'
import type { Endpoint } from './endpoint'
import { BadRequest, Coded, Described } from './errors'
import { webhooks } from './events'
import { componentSchemas, type Json, schemaOf } from './json-schema'
import { inbound, operations } from './registry'
import type { Webhook } from './webhook'

const requestRef = { 'request-ref': { $ref: '#/components/headers/request-ref' } }

const descriptions: Record<string, string> = {
  200: 'Done',
  201: 'Created',
  204: 'Done; there is no body',
  400: 'The request does not have the documented form',
  401: 'The API key or the token is missing, wrong or no longer good; there is no body',
  403: 'The caller may not do this, or not yet',
  404: 'There is no such thing for this caller',
  409: 'The state of things does not allow it',
  410: 'The token is used up',
  423: 'Locked after failed attempts; there is no body',
  429: 'Too many calls; there is no body',
  500: 'The server failed; there is no body',
  503: 'The server is not available; there is no body',
  default: 'Any other refusal',
}

/** The contract as an OpenAPI 3.1 document, written from the same objects that browser, gateway and sandbox run on. */
export function openapi(): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const ep of [...operations, ...inbound]) {
    const item = paths[ep.path] ?? {}
    item[ep.method.toLowerCase()] = operation(ep)
    paths[ep.path] = item
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Multi API, as Multi Console speaks it',
      version: '3.63.5',
      description: 'Made from the contract that browser, gateway and sandbox of Multi Console run on.',
    },
    servers: [{ url: 'https://sandbox.weavr.io/multi' }],
    tags: [...new Set(operations.map((ep) => ep.section))].map((name) => ({ name })),
    paths,
    webhooks: Object.fromEntries(webhooks.map((hook) => [hook.id, { post: event(hook) }])),
    components: {
      schemas: componentSchemas(),
      headers: { 'request-ref': { description: 'Names the request to support', schema: { type: 'string' } } },
      securitySchemes: {
        'api-key': { type: 'apiKey', in: 'header', name: 'api-key' },
        auth_token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        webhooks_key: { type: 'apiKey', in: 'header', name: 'webhooks-key' },
      },
    },
  }
}

const schemes = {
  key: { 'api-key': [] },
  token: { auth_token: [], 'api-key': [] },
  'webhooks-key': { webhooks_key: [] },
} as const satisfies Record<Endpoint['auth'], Json>

function operation(ep: Endpoint): Json {
  const parameters = parametersOf(ep)
  return {
    operationId: ep.id,
    summary: ep.summary,
    tags: [ep.section],
    security: ep.tokenOptional ? [schemes[ep.auth], schemes.key] : [schemes[ep.auth]],
    ...(parameters.length > 0 && { parameters }),
    ...(ep.body && { requestBody: { required: !ep.body.safeParse(undefined).success, content: json(ep.body) } }),
    responses: responsesOf(ep),
    'x-permission': ep.permission,
    ...(ep.via && { 'x-via': ep.via }),
    ...(ep.deprecated && { deprecated: true }),
  }
}

function parametersOf(ep: Endpoint): Json[] {
  const fields = (shape: Record<string, z.ZodType> | undefined) => Object.entries(shape ?? {})
  return [
    ...fields(ep.params?.shape).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema: schemaOf(schema),
    })),
    ...fields(ep.query?.shape).map(([name, schema]) => ({
      name,
      in: 'query',
      required: !schema.safeParse(undefined).success,
      schema: schemaOf(listed(schema)),
      ...(ep.queryStyle?.[name] === 'comma' && { explode: false }),
    })),
    ...fields(ep.headers?.shape).map(([name, schema]) => ({ name, in: 'header', schema: schemaOf(schema) })),
    ...(ep.idempotent ? [{ name: 'idempotency-ref', in: 'header', schema: { type: 'string' } }] : []),
  ]
}

/** A parameter that may be repeated is an array to OpenAPI, however it is given. */
function listed(schema: z.ZodType): z.ZodType {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  const list = inner instanceof z.ZodUnion ? inner.options.find((option) => option instanceof z.ZodArray) : undefined
  return list ?? inner
}

function responsesOf(ep: Endpoint): Record<string, Json> {
  const responses: Record<string, Json> = {}
  const add = (status: string | number, schema?: z.ZodType | Json | null, media?: string) => {
    const content = schema ? { content: json(schema, media) } : {}
    responses[status] = { description: descriptions[status], headers: requestRef, ...content }
  }
  for (const [status, schema] of Object.entries(ep.responses)) add(status, schema, ep.media)
  add(400, BadRequest)
  add(401)
  for (const status of ep.bare ?? []) add(status)
  if (ep.params) add(404, Described)
  if (ep.conflict) add(409, ep.conflict)
  for (const [status, codes] of Object.entries(ep.errors ?? {})) add(status, coded(codes))
  add(429)
  add(500)
  add(503)
  add('default', Described)
  return responses
}

function coded(codes: readonly string[]): Json {
  return schemaOf(Coded.extend({ errorCode: z.enum(codes) }))
}

const json = (schema: z.ZodType | Json, media = 'application/json'): Json => ({
  [media]: { schema: schema instanceof z.ZodType ? schemaOf(schema) : schema },
})

function event(hook: Webhook): Json {
  const header = (name: string, type: string) => ({ name, in: 'header', required: true, schema: { type } })
  return {
    operationId: hook.id,
    summary: hook.summary,
    tags: [hook.section],
    'x-path': hook.path,
    parameters: [
      header(hook.reference, 'string'),
      header('published-timestamp', 'integer'),
      ...(hook.verify === 'signature-v2'
        ? [{ ...header('signature', 'string'), deprecated: true }, header('signature-v2', 'string')]
        : []),
    ],
    ...(hook.verify === 'webhooks-key' && { security: [{ webhooks_key: [] }] }),
    requestBody: { required: true, content: json(hook.payload) },
    responses: { 204: { description: 'Received' } },
  }
}
