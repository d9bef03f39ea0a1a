import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inbound, operations } from '../../contract/registry'
import { fillPath } from '../../contract/wire'
import { valuesOf } from '../../test/contract/arbitrary'
import { allowedOperation } from './allowed-operation'

test('every operation of the contract is reachable, except those with the key alone and the gateway’s own', () => {
  expect(operations.length).toBeGreaterThan(30)
  for (const ep of operations) {
    const [params] = ep.params ? fc.sample(valuesOf(ep.params), { numRuns: 1, seed: 1 }) : [{}]
    const found = allowedOperation(ep.method, fillPath(ep, params as Record<string, string>))
    const open = ep.auth === 'token' && ep.via === undefined
    expect(found?.ep.id === ep.id, ep.id).toBe(open)
  }
})

test('what Weavr calls at the platform is nobody’s to call here', () => {
  for (const ep of inbound) expect(allowedOperation(ep.method, ep.path)).toBeUndefined()
})

test.each([
  ['GET', '/corporates/../login_with_password'],
  ['GET', '/managed_accounts/..'],
  ['GET', '/managed_accounts/.'],
  ['GET', '/managed_accounts/%2e%2e'],
  ['GET', '/managed_accounts/1%2Fstatement'],
  ['GET', '/managed_accounts/1%00'],
  ['GET', '/managed_accounts//'],
  ['GET', '//managed_accounts'],
  ['GET', '/managed_accounts/'],
  ['GET', '/managed_accounts/abc'],
  ['GET', '/managed_accounts/1;x=1'],
  ['GET', '/managed_accounts\\1'],
  ['GET', '/MANAGED_ACCOUNTS'],
  ['GET', '/'],
  ['GET', ''],
  ['HEAD', '/managed_accounts'],
  ['PUT', '/managed_accounts/1'],
  ['TRACE', '/managed_accounts'],
  ['GET', '/nothing/of/the/kind'],
  ['POST', '/stepup/challenges/otp/PIGEON'],
  ['POST', '/login_with_password'],
  ['POST', '/access_token'],
  ['POST', '/logout'],
])('%s %s is not', (method, path) => {
  expect(allowedOperation(method, path)).toBeUndefined()
})
