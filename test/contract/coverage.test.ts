import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '#contract/registry'

type Fact = { operationId: string; section: string; method: string; path: string; deprecated: boolean }

/** The operation index of 3.63.5, in our own table. */
const facts: Fact[] = JSON.parse(readFileSync(new URL('../../contract/facts/operations.json', import.meta.url), 'utf8'))

/** What the contract has by now. Add a section's operations here when they are written, so that a loss is noticed. */
const expected = {
  access: ['loginWithPassword', 'loginViaBiometrics', 'userIdentities', 'logout', 'requestAccessToken'],
  passwords: ['passwordCreate', 'passwordUpdate', 'passwordValidate', 'lostPasswordInitiate', 'lostPasswordResume'],
  'authentication-factors': [
    'authFactorsGet',
    'enrolDeviceUsingOtpStepOne',
    'enrolDeviceUsingOtpStepTwo',
    'enrolDeviceUsingPush',
    'unlinkDeviceUsingPush',
  ],
  'step-up-challenges': ['stepupSCAChallenge', 'stepupSCAVerify', 'stepupSCAChallengePush'],
  corporates: ['corporateGet', 'corporateKybGet'],
  consumers: ['consumerGet'],
  'authorised-users': ['usersGet', 'userGetById'],
  'managed-accounts': [
    'managedAccountsGet',
    'managedAccountCreate',
    'managedAccountGet',
    'managedAccountUpdate',
    'managedAccountsIBANUpgrade',
    'managedAccountIBANGet',
    'managedAccountBlock',
    'managedAccountUnblock',
    'managedAccountStatement',
    'managedAccountRemove',
  ],
  transfers: ['transferCreate', 'transfersGet', 'transferCancel', 'transferGet'],
  operations: ['bulksTransferCreate'],
  manage: ['bulks', 'bulkId', 'bulkIdOperations', 'bulkIdExecute', 'bulkIdPause', 'bulkIdResume', 'bulkIdCancel'],
}

const sorted = (ids: readonly string[]) => [...ids].sort()

test('the table holds the 137 operations once each', () => {
  expect(facts).toHaveLength(137)
  expect(new Set(facts.map((fact) => fact.operationId)).size).toBe(137)
  expect(new Set(facts.map((fact) => `${fact.method} ${fact.path}`)).size).toBe(137)
})

test('every operation of the contract is one of the 137, under its own id, method, path and section', () => {
  const byId = new Map(facts.map((fact) => [fact.operationId, fact]))
  const ours = operations.map(({ id: operationId, section, method, path, ...ep }) => ({
    operationId,
    section,
    method,
    path,
    deprecated: 'deprecated' in ep,
  }))
  expect(ours).toEqual(ours.map(({ operationId }) => byId.get(operationId)))
})

test('no operation is described twice', () => {
  const ids = operations.map((ep) => ep.id)
  expect(sorted(ids)).toEqual(sorted([...new Set(ids)]))
})

test('what was implemented stays implemented', () => {
  const bySection = Object.fromEntries(
    Object.keys(expected).map((section) => [
      section,
      sorted(operations.filter((ep) => ep.section === section).map((ep) => ep.id)),
    ]),
  )
  expect(bySection).toEqual(Object.fromEntries(Object.entries(expected).map(([key, ids]) => [key, sorted(ids)])))
  expect(operations).toHaveLength(Object.values(expected).flat().length)
  console.log(`Operations in the contract: ${operations.length} of ${facts.length}.`)
})
