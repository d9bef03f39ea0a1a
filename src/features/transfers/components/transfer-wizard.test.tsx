import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ManagedAccount } from '#contract/managed-accounts'
import { clearDrafts } from '@/components/wizard/clear-drafts'
import { NewTransferPage } from '../pages/new-transfer-page'
import { newTransferSearch } from '../search'

const account = (id: string, friendlyName: string, over: Partial<ManagedAccount> = {}): ManagedAccount => ({
  id,
  profileId: '2001',
  friendlyName,
  currency: 'EUR',
  balances: { availableBalance: 100_00, actualBalance: 100_00 },
  state: { state: 'ACTIVE' },
  creationTimestamp: 1,
  ...over,
})
const accounts = [
  account('11', 'Operating'),
  account('22', 'Payroll'),
  account('33', 'UK reserve', { currency: 'GBP' }),
  account('44', 'Old project', { state: { state: 'BLOCKED', blockedReason: 'USER' } }),
]
const made = {
  id: '900',
  profileId: '3001',
  source: { id: '11', type: 'managed_accounts' },
  destination: { id: '22', type: 'managed_accounts' },
  destinationAmount: { currency: 'EUR', amount: 1234 },
  state: 'COMPLETED',
  creationTimestamp: 2,
}

type Sent = { ref: string | null; body: unknown }
let sent: Sent[]
let answer: () => Promise<Response>

beforeEach(() => {
  sent = []
  answer = async () => Response.json(made)
  vi.stubGlobal('fetch', async (_url: string, { method, headers, body }: RequestInit) => {
    if (method === 'GET') return Response.json({ accounts, count: accounts.length, responseCount: accounts.length })
    sent.push({ ref: new Headers(headers).get('idempotency-ref'), body: JSON.parse(String(body)) })
    return answer()
  })
})
afterEach(() => {
  cleanup()
  clearDrafts()
  vi.unstubAllGlobals()
})

function open(path: string, state: object = {}) {
  const root = createRootRoute({ component: Outlet })
  const app = createRoute({ getParentRoute: () => root, id: '_app', component: Outlet })
  const wizard = createRoute({
    getParentRoute: () => app,
    path: '/transfers/new',
    validateSearch: newTransferSearch,
    component: NewTransferPage,
  })
  const detail = createRoute({
    getParentRoute: () => app,
    path: '/transfers/$transferId',
    component: () => <p>the transfer</p>,
  })
  const history = createMemoryHistory({ initialEntries: ['/'] })
  history.push(path, state)
  const router = createRouter({ routeTree: root.addChildren([app.addChildren([wizard, detail])]), history })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return router
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const heading = (name: string) => screen.findByRole('heading', { level: 2, name })

async function untilReview(amount = '12.34') {
  const router = open('/transfers/new')
  await heading('From')
  choose(/Operating/)
  press('Continue')
  await heading('To')
  choose(/Payroll/)
  press('Continue')
  await heading('Amount')
  type(/^Amount/, amount)
  press('Continue')
  await heading('Review')
  return router
}

describe('the transfer wizard', () => {
  test('offers only accounts that can take the money and says why the others cannot', async () => {
    open('/transfers/new')
    await heading('From')
    expect(screen.getByRole('radio', { name: /Old project.*Blocked/ })).toHaveProperty('disabled', true)
    press('Continue')
    expect((await screen.findByRole('alert')).textContent).toBe('Choose an account to pay from.')
    choose(/Operating/)
    press('Continue')
    await heading('To')
    expect(screen.getByRole('radio', { name: /Payroll/ })).toHaveProperty('disabled', false)
    expect(screen.getByRole('radio', { name: /Operating.*You are paying from this/ })).toHaveProperty('disabled', true)
    expect(screen.getByRole('radio', { name: /UK reserve.*Holds GBP, not EUR/ })).toHaveProperty('disabled', true)
  })

  test('an amount that can be read in two ways does not go on; more than there is is only warned of', async () => {
    await untilReview()
    press('Back')
    await heading('Amount')
    type(/^Amount/, '1,000')
    press('Continue')
    await screen.findByText(/Leave out the marks between thousands/)
    type(/^Amount/, '150.00')
    await screen.findByText(/EUR 50.00 less than this/)
    press('Continue')
    await heading('Review')
  })

  test('two presses pay once, and then the address carries the transfer', async () => {
    const router = await untilReview()
    const pay = screen.getByRole('button', { name: /^Transfer EUR/ })
    fireEvent.click(pay)
    fireEvent.click(pay)
    await screen.findByText('the transfer')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toMatchObject({ destinationAmount: { currency: 'EUR', amount: 1234 } })
    expect(router.state.location.pathname).toBe('/transfers/900')
    await waitFor(() => expect(sessionStorage.length).toBe(0))
  })

  test('with no answer it offers to check again, with the same reference', async () => {
    answer = () => Promise.reject(new TypeError('no network'))
    await untilReview()
    press(/^Transfer EUR/)
    await screen.findByText('We do not know yet whether this went through')
    answer = async () => Response.json(made)
    press('Check again')
    await screen.findByText('the transfer')
    expect(sent).toHaveLength(2)
    expect(sent[1]?.ref).toBe(sent[0]?.ref)
    expect(sent[0]?.ref).toMatch(/\S/)
  })

  test('a refusal is told in plain words and nothing is lost', async () => {
    answer = async () => Response.json({ errorCode: 'FUNDS_INSUFFICIENT' }, { status: 409 })
    await untilReview()
    press(/^Transfer EUR/)
    await screen.findByText(/not enough available on the account to pay from/)
    press('Back')
    await heading('Amount')
    expect(screen.getByRole('textbox', { name: /^Amount/ })).toHaveProperty('value', '12.34')
  })

  test('a reload keeps the step and what was typed; an address alone skips nothing', async () => {
    await untilReview()
    cleanup()
    open('/transfers/new?step=review')
    await heading('Review')
    cleanup()
    clearDrafts()
    open('/transfers/new?step=review')
    await heading('From')
  })

  test('coming from an account begins with it', async () => {
    const router = open('/transfers/new', { transferFrom: '22' })
    await heading('To')
    expect(screen.getByRole('radio', { name: /Payroll.*You are paying from this/ })).toHaveProperty('disabled', true)
    expect(router.state.location.search).toEqual({ step: 'to' })
  })
})
