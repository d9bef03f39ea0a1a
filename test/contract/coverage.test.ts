import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Endpoint } from '#contract/endpoint'
import { inbound, operations } from '#contract/registry'

type Fact = { operationId: string; section: string; method: string; path: string; deprecated: boolean }

/** The operation index of 3.63.5, in our own table. */
const facts: Fact[] = JSON.parse(readFileSync(new URL('../../contract/facts/operations.json', import.meta.url), 'utf8'))

const all: readonly Endpoint[] = [...operations, ...inbound]

const sorted = (ids: readonly string[]) => [...ids].sort()

test('the table holds the 137 operations once each', () => {
  expect(facts).toHaveLength(137)
  expect(new Set(facts.map((fact) => fact.operationId)).size).toBe(137)
  expect(new Set(facts.map((fact) => `${fact.method} ${fact.path}`)).size).toBe(137)
})

test('every operation of the contract is one of the 137 or newer, under its own id, method, path and section', () => {
  const byId = new Map(facts.map((fact) => [fact.operationId, fact]))
  const ours = all
    .filter((ep) => ep.since === undefined)
    .map(({ id: operationId, section, method, path, deprecated }) => ({
      operationId,
      section,
      method,
      path,
      deprecated: deprecated === true,
    }))
  expect(ours).toEqual(ours.map(({ operationId }) => byId.get(operationId)))
  for (const ep of all.filter(({ since }) => since !== undefined)) expect(byId.has(ep.id), ep.id).toBe(false)
})

test('no operation is described twice', () => {
  const ids = all.map((ep) => ep.id)
  expect(sorted(ids)).toEqual(sorted([...new Set(ids)]))
})

test('every operation of the table is there', () => {
  const present = new Set(all.map((ep) => ep.id))
  expect(facts.filter(({ operationId }) => !present.has(operationId))).toEqual([])
})
