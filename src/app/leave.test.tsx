import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectLeave, leaveForSignIn, signOutEverywhere, signOutHere } from './leave'
import type { createAppRouter } from './router'

const draft = 'multi-console.draft.transfer'
const navigate = vi.fn(() => Promise.resolve())
let queryClient: QueryClient
const isForgotten = () => sessionStorage.getItem(draft) === null && queryClient.getQueryCache().getAll().length === 0
const gatewaySays = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn(answer))

beforeEach(() => {
  queryClient = new QueryClient()
  queryClient.setQueryData(['managed-accounts', 'list'], { accounts: ['of the person before'] })
  sessionStorage.setItem(draft, '{"amount":"1000"}')
  navigate.mockClear()
  const router = { navigate } as unknown as ReturnType<typeof createAppRouter>
  connectLeave({ router, queryClient })
})
afterEach(() => vi.unstubAllGlobals())

test('whoever leaves takes everything along: drafts and all that was read', async () => {
  await leaveForSignIn()
  expect(navigate).toHaveBeenCalledWith({ to: '/sign-in', ignoreBlocker: true })
  expect(isForgotten()).toBe(true)
})

test.each([204, 401])('a sign-out that the gateway answers with %i leaves', async (status) => {
  gatewaySays(async () => new Response(null, { status }))
  await signOutHere()
  expect(isForgotten()).toBe(true)
})

test.each([
  [signOutHere, '/api/session'],
  [signOutEverywhere, '/api/session?everywhere'],
])('%o is asked of the gateway', async (leave, url) => {
  const sent = vi.fn(async () => new Response(null, { status: 204 }))
  vi.stubGlobal('fetch', sent)
  await leave()
  expect(sent).toHaveBeenCalledWith(url, expect.objectContaining({ method: 'DELETE' }))
})

test('a sign-out that did not reach the gateway says so, since the session goes on', async () => {
  gatewaySays(() => Promise.reject(new TypeError('away')))
  await expect(signOutHere()).rejects.toMatchObject({ code: 'NETWORK' })
  expect(navigate).not.toHaveBeenCalled()
  expect(isForgotten()).toBe(false)
})
