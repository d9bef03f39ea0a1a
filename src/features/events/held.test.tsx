import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { ConsoleEvent } from '#contract/console/events'
import { countNew, useHeld } from './held'

afterEach(() => {
  cleanup()
  scroll(0)
})

const event = (id: string): ConsoleEvent => ({
  id,
  webhook: 'transfers_watch',
  section: 'transfers',
  proof: 'SIGNATURE',
  form: 'READABLE',
  publishedAt: 1,
  receivedAt: 1,
})
const page = (...ids: string[]) => ({ events: ids.map(event) })

function scroll(to: number): void {
  Object.defineProperty(window, 'scrollY', { value: to, configurable: true })
  fireEvent.scroll(window)
}

type Props = { newest: ReturnType<typeof page> | undefined; of?: string; after?: string }
function List({ newest, of = 'all', after }: Props) {
  const ref = useRef<HTMLUListElement>(null)
  const held = useHeld(ref, newest, of, after)
  return (
    <>
      <ul ref={ref}>
        {held.shown?.events.map(({ id }) => (
          <li key={id}>
            <button type="button">{id}</button>
          </li>
        ))}
      </ul>
      <p role="status">{held.count}</p>
      <button type="button" onClick={held.release}>
        Show
      </button>
    </>
  )
}
const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
const count = () => screen.getByRole('status').textContent

it('what comes is shown at once to whoever is at the top', () => {
  const { rerender } = render(<List newest={page('b', 'a')} />)
  rerender(<List newest={page('c', 'b', 'a')} />)
  expect(shown()).toEqual(['c', 'b', 'a'])
  expect(count()).toBe('0')
})

it.each<[string, () => void, () => void]>([
  ['further down', () => scroll(300), () => scroll(0)],
  [
    'with the focus in the list',
    () => act(() => screen.getByRole('button', { name: 'a' }).focus()),
    () => act(() => screen.getByRole('button', { name: 'Show' }).focus()),
  ],
  [
    'with the mouse over it',
    () => fireEvent.pointerOver(screen.getByRole('button', { name: 'a' }), { pointerType: 'mouse' }),
    () => fireEvent.pointerOver(screen.getByRole('status'), { pointerType: 'mouse' }),
  ],
])('who reads %s keeps the rows, and is told how many came', (_, read, leave) => {
  const { rerender } = render(<List newest={page('b', 'a')} />)
  read()
  rerender(<List newest={page('d', 'c', 'b', 'a')} />)
  expect(shown()).toEqual(['b', 'a'])
  expect(count()).toBe('2')
  leave()
  expect(shown()).toEqual(['d', 'c', 'b', 'a'])
  expect(count()).toBe('0')
})

it('what waits is let in on request', () => {
  const { rerender } = render(<List newest={page('a')} />)
  scroll(300)
  rerender(<List newest={page('b', 'a')} />)
  fireEvent.click(screen.getByRole('button', { name: 'Show' }))
  expect(shown()).toEqual(['b', 'a'])
})

it('on an older page nothing is let in, and what comes is counted', () => {
  const { rerender } = render(<List newest={page('a')} after="1-x" />)
  rerender(<List newest={page('b', 'a')} after="1-x" />)
  expect(count()).toBe('1')
})

it('other filters are another list, whoever reads', () => {
  const { rerender } = render(<List newest={page('b', 'a')} />)
  scroll(300)
  rerender(<List newest={page('z')} of="others" />)
  expect(shown()).toEqual(['z'])
  expect(count()).toBe('0')
})

it('more than a page of them is no number', () => {
  expect(countNew(page('a').events, page('z', 'y').events)).toBe(Number.POSITIVE_INFINITY)
  expect(countNew([], page('z', 'y').events)).toBe(2)
})
