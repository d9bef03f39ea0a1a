import { expect, test } from 'vitest'
import { webhooks } from '#contract/events'
import { openapi } from '#contract/openapi'
import { inbound, operations } from '#contract/registry'

// As a reader of the file has it.
const document = JSON.parse(JSON.stringify(openapi()))

function* nodes(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Record<string, unknown>
  for (const child of Object.values(node)) yield* nodes(child)
}

const at = (reference: string): unknown =>
  reference
    .replace('#/', '')
    .split('/')
    .reduce((node: unknown, part) => (node as Record<string, unknown> | undefined)?.[part], document)

const inDocument = Object.entries<Record<string, Record<string, unknown>>>(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

test('every reference resolves, and there are some', () => {
  const references = [...nodes(document)].flatMap((node) => (typeof node.$ref === 'string' ? [node.$ref] : []))
  expect(references.length).toBeGreaterThan(100)
  for (const reference of references) expect(at(reference), reference).toBeDefined()
})

test('every operation of the contract stands in the document, under an id of its own', () => {
  const written = inDocument.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`)
  expect([...written].sort()).toEqual(
    [...operations, ...inbound].map((ep) => `${ep.id} ${ep.method.toLowerCase()} ${ep.path}`).sort(),
  )
  expect(new Set(inDocument.map(({ operation }) => operation.operationId)).size).toBe(
    operations.length + inbound.length,
  )
})

test('every parameter of a path is declared', () => {
  for (const { path, operation } of inDocument) {
    const parameters = (operation.parameters ?? []) as { name: string; in: string; required?: boolean }[]
    const declared = parameters.filter((parameter) => parameter.in === 'path')
    expect(declared.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(declared.every(({ required }) => required)).toBe(true)
  }
})

test('every operation answers a success, the common refusals and whatever else', () => {
  for (const { operation } of inDocument) {
    const statuses = Object.keys(operation.responses as object)
    expect(statuses).toEqual(expect.arrayContaining(['400', '401', '429', '500', '503', 'default']))
    expect(statuses.some((status) => status.startsWith('2'))).toBe(true)
    for (const response of Object.values(operation.responses as Record<string, { description?: string }>)) {
      expect(response.description).toBeTruthy()
    }
  }
})

test('a conflict lists its codes, permission and idempotency are written', () => {
  const create = document.paths['/transfers'].post
  const conflict = create.responses['409'].content['application/json'].schema
  expect(conflict.properties.errorCode.enum).toContain('FUNDS_INSUFFICIENT')
  expect(conflict.required).toEqual(['errorCode'])
  expect(create['x-permission']).toBe('transfers.create')
  expect(create.parameters).toContainEqual({ name: 'idempotency-ref', in: 'header', schema: { type: 'string' } })
  expect(document.paths['/login_with_password'].post['x-via']).toBe('gateway')
  expect(document.paths['/login_with_password'].post.responses['409'].content['application/json'].schema).toEqual({
    $ref: '#/components/schemas/PasswordExpired',
  })
})

test('what only the published document leaves optional is optional in it', () => {
  const row = document.paths['/bulks/transfers'].post.requestBody.content['application/json'].schema.items
  expect(Object.keys(row.properties)).toEqual(['pathParams', 'requestBody'])
  expect(row.required).toBeUndefined()
})

test('a parameter that may be repeated is an array', () => {
  const list = document.paths['/managed_accounts'].get.parameters as { name: string; schema: { type?: string } }[]
  expect(list.find(({ name }) => name === 'state')?.schema.type).toBe('array')
})

test('the webhooks are in it', () => {
  expect(Object.keys(document.webhooks)).toEqual(webhooks.map(({ id }) => id))
  expect(document.webhooks.bulk_process_end.post.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'request-ref',
    'published-timestamp',
  ])
})

test('nothing of one schema language leaks into the other', () => {
  for (const node of nodes(document)) {
    expect(node.$schema).toBeUndefined()
    expect(node.$defs).toBeUndefined()
    expect(node['x-published-optional']).toBeUndefined()
  }
})
