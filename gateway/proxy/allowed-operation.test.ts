import { expect, test } from 'vitest'
import { operations } from '../../contract/registry'
import { fillPath } from '../../contract/wire'
import { allowedOperation } from './allowed-operation'

const params = { id: '12', user_id: '13', bulk_id: '14', channel: 'SMS' }

test('every operation of the contract is reachable, except those with the key alone and the gateway’s own', () => {
  expect(operations.length).toBeGreaterThan(30)
  for (const ep of operations) {
    const found = [params, { ...params, channel: 'AUTHY' }].map(
      (p) => allowedOperation(ep.method, fillPath(ep, p))?.ep.id,
    )
    const open = ep.auth === 'token' && ep.via === undefined
    expect(found.includes(ep.id), ep.id).toBe(open)
  }
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
