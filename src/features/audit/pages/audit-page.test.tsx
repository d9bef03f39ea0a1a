import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AuditLine } from '#contract/console/audit'
import { auditSearch } from '../search'
import { AuditPage } from './audit-page'

const line = (seq: number, over: Partial<AuditLine> = {}): AuditLine => ({
  id: `00000000-0000-4000-8000-00000000000${seq}`,
  seq,
  at: 1_790_000_000_000,
  person: { type: 'ROOT', id: '7', name: 'Ada Byron' },
  role: 'Owner',
  operation: 'transferCreate',
  title: 'Transfer money',
  section: 'transfers',
  amounts: [{ currency: 'EUR', amount: 1234 }],
  outcome: 'DONE',
  status: 200,
  address: '10.0.0.1',
  ...over,
})

let answers: Record<string, () => Response>
beforeEach(() => {
  answers = {
    people: () => Response.json({ people: [{ id: '7', name: 'Ada Byron' }] }),
    verification: () => Response.json({ holds: true, lines: 9, hash: 'x', checkedAt: 1_790_000_000_000 }),
    lines: () => Response.json({ lines: [line(9), line(8)], older: true, newer: false }),
  }
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    const [, name = ''] = /\/audit\/(\w+)/.exec(url) ?? []
    return answers[name]?.() ?? new Response(null, { status: 404 })
  })
})
const asked: string[] = []
afterEach(() => {
  cleanup()
  asked.length = 0
  vi.unstubAllGlobals()
})

function open(path = '/audit') {
  const root = createRootRoute()
  const app = createRoute({ getParentRoute: () => root, id: '_app' })
  const list = createRoute({
    getParentRoute: () => app,
    path: '/audit/',
    validateSearch: auditSearch,
    component: AuditPage,
  })
  const one = createRoute({ getParentRoute: () => app, path: '/audit/$lineId', component: () => <p>one line</p> })
  const router = createRouter({
    routeTree: root.addChildren([app.addChildren([list, one])]),
    history: createMemoryHistory({ initialEntries: [path] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <RouterProvider<typeof router> router={router} />
    </QueryClientProvider>,
  )
  return router
}

test('lines are listed, and the next page begins where this one ends', async () => {
  const router = open()
  expect(await screen.findAllByRole('link', { name: 'Transfer money' })).toHaveLength(2)
  const pages = screen.getByRole('navigation', { name: 'Pages of the record' })
  expect(within(pages).queryByRole('link', { name: 'Newer' })).toBeNull()
  fireEvent.click(within(pages).getByRole('link', { name: 'Older' }))
  await vi.waitFor(() => expect(router.state.location.search).toEqual({ before: 8 }))
  await vi.waitFor(() => expect(asked.some((url) => url.includes('before=8'))).toBe(true))
})

test('files hold what the filters leave, not the page of it', async () => {
  open('/audit?outcome=REFUSED&before=9')
  const link = await screen.findByRole('link', { name: 'Export CSV' })
  expect(link.getAttribute('href')).toBe('/api/console/audit/export?outcome=REFUSED&format=csv')
})

test('nothing yet, nothing found, and not readable are told apart', async () => {
  answers.lines = () => Response.json({ lines: [], older: false, newer: false })
  open()
  expect(await screen.findByText('Nothing has been done yet')).toBeTruthy()
  cleanup()
  open('/audit?outcome=FAILED')
  expect(await screen.findByText('No line of the record matches these filters')).toBeTruthy()
  cleanup()
  answers.lines = () => Response.json({ code: 'INTERNAL', message: 'x' }, { status: 500 })
  open()
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('a refused sign-in is nobody’s, and says whose it was meant to be', async () => {
  const { person: _, ...nobody } = line(9, { operation: 'sign-in', title: 'Sign in', outcome: 'REFUSED' })
  answers.lines = () =>
    Response.json({
      lines: [
        { ...nobody, change: { meantFor: 'Grace Hopper' } },
        { ...nobody, id: line(8).id },
      ],
      older: false,
      newer: false,
    })
  open()
  expect(await screen.findByText('Meant for Grace Hopper')).toBeTruthy()
  expect(screen.getByText('Nobody signed in')).toBeTruthy()
})

test('a record that holds says so quietly; one that does not interrupts', async () => {
  open()
  expect(await screen.findByText('The record holds: 9 lines checked.')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  cleanup()
  answers.verification = () =>
    Response.json({ holds: false, lines: 4, hash: 'x', brokenAt: 5, checkedAt: 1_790_000_000_000 })
  open()
  expect((await screen.findByRole('alert')).textContent).toContain('From line 5 on it was changed')
  cleanup()
  answers.verification = () => new Response(null, { status: 500 })
  open()
  expect(await screen.findByText('The record could not be checked just now.')).toBeTruthy()
})
