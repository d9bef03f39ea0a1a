import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '../test-page'
import type { Column } from './column'
import { VirtualRows } from './virtual-rows'

type Line = { id: string; to: string }
const rows: Line[] = Array.from({ length: 10_000 }, (_, index) => ({ id: `id-${index}`, to: `Person ${index + 1}` }))
const columns: Column<Line>[] = [
  { id: 'to', header: 'To', cell: (row) => row.to },
  { id: 'id', header: 'Id', cell: (row) => row.id },
]

// The test's window has no layout: every box is as high as its role says, and scrolling arrives at once.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.getAttribute('role') === 'row' ? 36 : 396
  })
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(396)
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(36 * 10_001)
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, options?: ScrollToOptions | number) {
    this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0
    this.dispatchEvent(new Event('scroll'))
  } as typeof HTMLElement.prototype.scrollTo
})
afterEach(() => vi.restoreAllMocks())

const draw = (props: Partial<ComponentProps<typeof VirtualRows<Line>>> = {}) =>
  renderPage(() => (
    <VirtualRows<Line>
      caption="Rows"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      height={396}
      {...props}
    />
  ))

const focused = () => document.activeElement?.getAttribute('aria-rowindex')
const press = async (key: string, expected: string) => {
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key })
  })
  await waitFor(() => expect(focused()).toBe(expected))
}

describe('VirtualRows', () => {
  it('draws a window of ten thousand rows and says how many there are', async () => {
    await draw()
    const grid = screen.getByRole('grid', { name: 'Rows' })
    expect(grid.getAttribute('aria-rowcount')).toBe('10001')
    const drawn = screen.getAllByRole('row')
    expect(drawn.length).toBeGreaterThan(10)
    expect(drawn.length).toBeLessThan(40)
    expect(drawn[1]?.getAttribute('aria-rowindex')).toBe('2')
  })

  it('has one row in the tab order, and the keys move it', async () => {
    await draw()
    const stops = screen.getAllByRole('row').filter((row) => row.tabIndex === 0)
    expect(stops.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2'])
    act(() => stops[0]?.focus())
    await press('ArrowDown', '3')
    await press('ArrowUp', '2')
    await press('ArrowUp', '2')
    await press('PageDown', '12')
    await press('End', '10001')
    expect(document.activeElement?.textContent).toContain('Person 10000')
    await press('PageUp', '9991')
    await press('Home', '2')
  })

  it('activates a row by Enter, Space and press', async () => {
    const onRowActivate = vi.fn()
    await draw({ onRowActivate })
    const row = screen.getAllByRole('row')[2]
    act(() => row?.focus())
    fireEvent.keyDown(row ?? document, { key: 'Enter' })
    fireEvent.keyDown(row ?? document, { key: ' ' })
    fireEvent.click(row ?? document)
    expect(onRowActivate.mock.calls.map(([line]) => line.id)).toEqual(['id-1', 'id-1', 'id-1'])
  })

  it('leaves keys to what stands inside of a cell', async () => {
    const onRowActivate = vi.fn()
    const withButton: Column<Line>[] = [
      { id: 'x', header: 'X', cell: (row) => <button type="button">{row.to}</button> },
    ]
    await draw({ columns: withButton, onRowActivate })
    const button = screen.getByRole('button', { name: 'Person 2' })
    act(() => button.focus())
    fireEvent.keyDown(button, { key: 'Enter' })
    expect(onRowActivate).not.toHaveBeenCalled()
  })

  it('opens rows where it is told to', async () => {
    await draw({ expanded: new Set(['id-1']), renderExpanded: (row) => <p>Details of {row.to}</p> })
    expect(screen.getByRole('treegrid')).toBeTruthy()
    expect(screen.getByText('Details of Person 2')).toBeTruthy()
    expect(screen.getAllByRole('row')[2]?.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getAllByRole('row')[1]?.getAttribute('aria-expanded')).toBe('false')
  })

  it('goes to the last of a few rows', async () => {
    await draw({ rows: rows.slice(0, 3) })
    act(() => screen.getAllByRole('row')[1]?.focus())
    await press('End', '4')
  })
})
