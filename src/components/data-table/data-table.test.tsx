import { act, fireEvent, screen, within } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { hiddenColumnsPreference } from '@/lib/preferences'
import { renderPage } from '../test-page'
import type { Column } from './column'
import { DataTable } from './data-table'

type Account = { id: string; name: string; state: string; balance: string }
const rows: Account[] = [
  { id: '1', name: 'Operating', state: 'Active', balance: '10.00' },
  { id: '2', name: 'Payroll', state: 'Blocked', balance: '20.00' },
]
const columns: Column<Account>[] = [
  { id: 'name', header: 'Account', cell: (row) => row.name, always: true, priority: 1 },
  { id: 'state', header: 'State', cell: (row) => row.state },
  { id: 'balance', header: 'Balance', cell: (row) => row.balance, align: 'end', priority: 1 },
]

const draw = (props: Partial<ComponentProps<typeof DataTable<Account>>>) =>
  renderPage(() => (
    <DataTable<Account>
      caption="Accounts"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      view="test"
      status="ready"
      empty={<p>No accounts yet</p>}
      noResults={<p>No account matches</p>}
      {...props}
    />
  ))

describe('the faces of a list', () => {
  it('shows rows under their heads', async () => {
    await draw({})
    const table = screen.getByRole('table', { name: 'Accounts' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Account', 'State', 'Balance'])
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('makes the first cell of each row the way to it', async () => {
    await draw({ rowLink: (row) => ({ to: '/accounts/$accountId', params: { accountId: row.id } }) })
    expect(screen.getByRole('link', { name: 'Payroll' }).getAttribute('href')).toBe('/accounts/2')
  })

  it('holds the place of what loads, says so once, and invites to nothing', async () => {
    await draw({ status: 'loading', rows: [] })
    expect(screen.getAllByText('Loading Accounts')).toHaveLength(1)
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
    expect(screen.queryByText('No accounts yet')).toBeNull()
  })

  it('tells nothing at all from nothing that matches', async () => {
    const { unmount } = await draw({ rows: [] })
    expect(screen.getByText('No accounts yet')).toBeTruthy()
    unmount()
    await draw({ rows: [], filtered: true })
    expect(screen.getByText('No account matches')).toBeTruthy()
    expect(screen.queryByText('No accounts yet')).toBeNull()
  })

  it('says why nothing could be read, with the reference, and tries again', async () => {
    const onRetry = vi.fn()
    await draw({ status: 'error', error: { status: 503, code: 'HTTP_503', requestRef: 'ref-1' }, onRetry })
    expect(screen.getByRole('alert').textContent).toContain('The service has a problem on its side.')
    expect(screen.getByRole('alert').textContent).toContain('ref-1')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onRetry).toHaveBeenCalledOnce()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('offers no second try where it cannot help', async () => {
    await draw({ status: 'error', error: { status: 403, code: 'INSUFFICIENT_PERMISSIONS' }, onRetry: vi.fn() })
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('keeps the rows while others are on their way', async () => {
    await draw({ busy: true })
    expect(screen.getByText('Operating')).toBeTruthy()
    expect(screen.getByText('Updating')).toBeTruthy()
  })
})

describe('the choice of columns', () => {
  const heads = () => screen.getAllByRole('columnheader', { hidden: true }).map((head) => head.textContent)
  const openMenu = () =>
    act(async () => {
      const button = screen.getByRole('button', { name: 'Columns' })
      button.focus()
      fireEvent.keyDown(button, { key: 'Enter' })
    })

  it('hides a column, keeps the choice for the view, and brings it back', async () => {
    const { unmount } = await draw({ view: 'choice' })
    await openMenu()
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Account' })).toBeNull()
    await act(async () => fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'State' })))
    expect(heads()).toEqual(['Account', 'Balance'])
    expect(screen.queryByText('Blocked')).toBeNull()
    expect(JSON.parse(localStorage.getItem('multi-console.columns.choice') ?? '')).toEqual(['state'])
    unmount()
    await draw({ view: 'choice' })
    expect(heads()).toEqual(['Account', 'Balance'])
    await openMenu()
    await act(async () => fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'State' })))
    expect(heads()).toEqual(['Account', 'State', 'Balance'])
  })

  it('does not hide what must be there, whatever was stored', async () => {
    hiddenColumnsPreference('stored').set(['name', 'gone', 'state'])
    await draw({ view: 'stored' })
    expect(heads()).toEqual(['Account', 'Balance'])
  })
})
