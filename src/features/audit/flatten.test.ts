import { expect, test } from 'vitest'
import { flatten } from './flatten'

test('what a call said becomes one fact per field, with the way to it in words', () => {
  expect(
    flatten({
      description: 'Rent',
      destinationAmount: { currency: 'EUR', amount: 1234 },
      bulkDelivery: false,
      tag: null,
    }),
  ).toEqual([
    { term: 'Description', value: 'Rent' },
    { term: 'Destination amount › currency', value: 'EUR' },
    { term: 'Destination amount › amount', value: '1234' },
    { term: 'Bulk delivery', value: 'No' },
    { term: 'Tag', value: 'None' },
  ])
})

test('lists are read in one line, lists of things one by one, bulks by their number', () => {
  expect(flatten({ beneficiaryIds: ['1', '2'] })).toEqual([{ term: 'Beneficiary ids', value: '1, 2' }])
  expect(flatten({ beneficiaryIds: [] })).toEqual([{ term: 'Beneficiary ids', value: 'None' }])
  expect(flatten({ spendLimit: [{ interval: 'DAILY' }] })).toEqual([
    { term: 'Spend limit › 1 › interval', value: 'DAILY' },
  ])
  expect(flatten({ rows: 1 })).toEqual([{ term: 'What it said', value: 'One row' }])
  expect(flatten({ transfers: { rows: 2000 } })).toEqual([{ term: 'Transfers', value: '2,000 rows' }])
})

test('what was not recorded says so', () => {
  expect(flatten({ verificationCode: '[not recorded]', currency: '[malformed]' })).toEqual([
    { term: 'Verification code', value: 'Not recorded', muted: true },
    { term: 'Currency', value: 'Not of the right form', muted: true },
  ])
})
