import { expect, test } from 'vitest'
import { bulksTransferCreate } from '../../contract/bulks'
import type { Endpoint } from '../../contract/endpoint'
import { managedAccountCreate } from '../../contract/managed-accounts'
import { operations } from '../../contract/registry'
import { managedCardSpendRulesCreate } from '../../contract/spend-rules'
import { stepupSCAVerify } from '../../contract/step-up-challenges'
import { transferCreate } from '../../contract/transfers'
import { amountsOf } from './amounts-of'
import { bounded, clean } from './bounded'
import { changeOf } from './change-of'
import { recordable, withheld } from './recordable'

/** Every field without fields of its own, in all bodies of the API. */
function leaves(ep: Endpoint): string[] {
  const names = new Set<string>()
  const seen = new Set<unknown>()
  const look = (schema: unknown, name: string): void => {
    if (typeof schema !== 'object' || schema === null || !('_zod' in schema)) return
    const { def } = schema._zod as { def: Record<string, unknown> }
    const inner = [def.innerType, def.element, def.in, def.left, def.right].filter(Boolean)
    const options = Array.isArray(def.options) ? def.options : []
    if (typeof def.shape === 'object' && def.shape !== null) {
      if (seen.has(schema)) return
      seen.add(schema)
      for (const [key, field] of Object.entries(def.shape)) look(field, key)
      return
    }
    const parts = [...inner, ...options]
    if (parts.length === 0) names.add(name)
    for (const part of parts) look(part, name)
  }
  look(ep.body, '')
  return [...names]
}

test('every field of every body of the API is on one of the two lists, and on one only', () => {
  const all = new Set(operations.filter((ep) => ep.method !== 'GET').flatMap(leaves))
  expect(all.size).toBeGreaterThan(100)
  expect([...all].filter((name) => !recordable.has(name) && !withheld.has(name))).toEqual([])
  expect([...recordable].filter((name) => withheld.has(name))).toEqual([])
  expect([...recordable, ...withheld].filter((name) => !all.has(name))).toEqual([])
})

test('a field that nobody decided on is not recorded', () => {
  const schema = managedAccountCreate.body.extend({ newThing: managedAccountCreate.body.shape.tag })
  const ep: Endpoint = { ...managedAccountCreate, body: schema }
  expect(changeOf(ep, { friendlyName: 'Rent', newThing: 'x' })).toEqual({
    friendlyName: 'Rent',
    newThing: '[not recorded]',
  })
})

test('fields that the operation does not have, and values that a field cannot hold, are not recorded', () => {
  const body = {
    friendlyName: 'Rent',
    currency: 'Sandbox-2026!',
    tag: { password: 'x' },
    password: { value: 'x' },
    constructor: 'x',
  }
  expect(changeOf(managedAccountCreate, body)).toEqual({
    friendlyName: 'Rent',
    currency: '[malformed]',
    tag: '[malformed]',
  })
  for (const odd of ['text', 7, ['a'], null])
    expect(JSON.stringify(changeOf(transferCreate, odd))).not.toContain('text')
  expect(changeOf(transferCreate, undefined)).toBeUndefined()
})

test('a code is on record as given, and not what it was', () => {
  expect(changeOf(stepupSCAVerify, { verificationCode: '123456' })).toEqual({ verificationCode: '[not recorded]' })
})

test('a bulk is its rows and its totals; a limit of a card is no payment', () => {
  const row = { requestBody: { destinationAmount: { currency: 'EUR', amount: 5 } } }
  const bulk = [row, row, { requestBody: { destinationAmount: { currency: 'GBP', amount: 7 } } }]
  expect(amountsOf(bulk)).toEqual([
    { currency: 'EUR', amount: 10 },
    { currency: 'GBP', amount: 7 },
  ])
  const limit = { spendLimit: [{ value: { currency: 'EUR', amount: 900 }, interval: 'DAILY' }] }
  expect(amountsOf(limit)).toEqual([])
  expect(changeOf(managedCardSpendRulesCreate, limit)).toEqual(limit)
  expect(
    amountsOf([
      { currency: 'EUR', amount: 2 ** 53 - 1 },
      { currency: 'EUR', amount: 1 },
    ]),
  ).toEqual([])
  expect(changeOf(bulksTransferCreate, bulk)).toEqual({ rows: 3 })
})

test('card numbers are cut to their last digits wherever they stand; ids and bank numbers are not touched', () => {
  expect(clean('Card 4539578763621486, thanks')).toBe('Card •••• 1486, thanks')
  expect(clean('5425 2334 3010 9903')).toBe('•••• 9903')
  expect(clean('3782-822463-10005')).toBe('•••• 0005')
  for (const fine of ['4539578763621487', '179003592000000013', 'DE89370400440532013000', '2026-11-21 10:00']) {
    expect(clean(fine)).toBe(fine)
  }
})

test('whatever is given stays small, and names of secrets take their values along', () => {
  expect(bounded({ text: 'a'.repeat(10_000) }).length).toBeLessThan(300)
  expect(bounded({ list: Array(10_000).fill('abcdefghij'.repeat(10)) }).length).toBeLessThan(4200)
  const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)
  expect(bounded(deep)).toContain('[not recorded]')
  expect(bounded({ oldPassword: 'x', 'api-token': 'x', cvv: 1, nested: { pin: 1 }, spinning: 2 })).toBe(
    '{"oldPassword":"[not recorded]","api-token":"[not recorded]","cvv":"[not recorded]","nested":{"pin":"[not recorded]"},"spinning":2}',
  )
})
