import { expect, test } from 'vitest'
import type { Endpoint } from '#contract/endpoint'
import { createMatcher, matchOperation, operations } from '#contract/registry'

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

test('a static segment wins over a parameter, in whatever order they are declared', () => {
  const at = (path: `/${string}`): Endpoint => ({
    id: path,
    section: 'manage',
    summary: 'Only here',
    method: 'GET',
    path,
    auth: 'token',
    permission: 'bulks.view',
    responses: { 204: null },
  })
  const among = [at('/a/{id}/b'), at('/a/{id}/{other}'), at('/{any}/x/b'), at('/a/x/b')]
  for (const declared of [among, [...among].reverse()]) {
    const match = createMatcher(declared)
    expect(match('GET', '/a/x/b')?.ep.id).toBe('/a/x/b')
    expect(match('GET', '/a/7/b')?.ep.id).toBe('/a/{id}/b')
    expect(match('GET', '/a/7/c')?.ep.id).toBe('/a/{id}/{other}')
    expect(match('GET', '/c/x/b')?.ep.id).toBe('/{any}/x/b')
  }
  expect(matchOperation('POST', '/transfers/bulk/cancel')?.ep.id).toBe('transferCancel')
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
      'userInviteConsume',
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
