import { expect, test } from 'vitest'
import { matchOperation, operations } from '#contract/registry'

test('every operation is found under its own path, with its parameters', () => {
  for (const ep of operations) {
    const names = Object.keys(ep.params?.shape ?? {})
    const params = Object.fromEntries(names.map((name, index) => [name, `7${index}`]))
    const path = ep.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'undeclared')
    expect(matchOperation(ep.method, path), ep.id).toEqual({ ep, params })
  }
})

test('the parameters of the path are exactly those declared', () => {
  for (const ep of operations) {
    const named = [...ep.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(ep.params?.shape ?? {}), ep.id).toEqual(named)
  }
})

test('a static segment wins over a parameter', () => {
  expect(matchOperation('POST', '/transfers/bulk/cancel')?.ep.id).toBe('transferCancel')
  expect(matchOperation('GET', '/corporates/kyb')?.ep.id).toBe('corporateKybGet')
})

test('parameters are decoded, and what cannot be decoded matches nothing', () => {
  expect(matchOperation('GET', '/transfers/1%2F2')?.params).toEqual({ id: '1/2' })
  expect(matchOperation('GET', '/transfers/%E0%A4%A')).toBeUndefined()
})

test.each([
  ['GET', '/'],
  ['GET', ''],
  ['GET', '/transfers/'],
  ['GET', '/transfers//'],
  ['GET', 'transfers'],
  ['DELETE', '/transfers'],
  ['get', '/transfers'],
  ['GET', '/multi/transfers'],
  ['GET', '/transfers?limit=1'],
  ['GET', '/Transfers'],
])('%s %s is no operation', (method, path) => {
  expect(matchOperation(method, path)).toBeUndefined()
})

test('writes of the gateway alone are marked so: whatever takes or answers a sign-in secret', () => {
  const own = operations.filter((ep) => ep.via === 'gateway').map((ep) => ep.id)
  expect([...own].sort()).toEqual(
    [
      'loginWithPassword',
      'loginViaBiometrics',
      'logout',
      'requestAccessToken',
      'passwordCreate',
      'passwordUpdate',
      'lostPasswordResume',
    ].sort(),
  )
  const answersToken = operations.filter((ep) =>
    Object.values(ep.responses).some((schema) => schema && 'shape' in schema && 'token' in (schema.shape as object)),
  )
  expect(answersToken.length).toBeGreaterThan(0)
  for (const ep of answersToken) expect(ep.via, ep.id).toBe('gateway')
})

test('only operations without a token are public', () => {
  for (const ep of operations) expect(ep.permission === 'public', ep.id).toBe(ep.auth === 'key')
})
