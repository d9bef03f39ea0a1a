import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/components/test-page'
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { GatedButton } from './gated-button'
import { GatedLink } from './gated-link'
import { GatedMenuItem } from './gated-menu-item'

const reason = 'Your role, Viewer, may not pay.'

it('is an ordinary button without a reason', async () => {
  const press = vi.fn()
  await renderPage(() => (
    <GatedButton reason={undefined} onClick={press}>
      Pay
    </GatedButton>
  ))
  const button = screen.getByRole('button', { name: 'Pay' })
  expect(button.hasAttribute('aria-disabled')).toBe(false)
  fireEvent.click(button)
  expect(press).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('tooltip')).toBeNull()
})

it('does nothing when it is off, and shows why when it is pressed', async () => {
  const press = vi.fn()
  const submit = vi.fn((event: Event) => event.preventDefault())
  const view = await renderPage(() => (
    <form>
      <GatedButton type="submit" reason={reason} onClick={press}>
        Pay
      </GatedButton>
    </form>
  ))
  view.container.querySelector('form')?.addEventListener('submit', submit)
  const button = screen.getByRole('button', { name: 'Pay' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(reason)
  fireEvent.click(button)
  expect(press).not.toHaveBeenCalled()
  expect(submit).not.toHaveBeenCalled()
  expect(screen.getByRole('tooltip').textContent).toBe(reason)
})

it('shows why under the focus, and Escape takes it away', async () => {
  await renderPage(() => <GatedButton reason={reason}>Pay</GatedButton>)
  const button = screen.getByRole('button', { name: 'Pay' })
  fireEvent.focus(button)
  expect(screen.getByRole('tooltip').textContent).toBe(reason)
  fireEvent.keyDown(document, { key: 'Escape' })
  expect(screen.queryByRole('tooltip')).toBeNull()
})

it('keeps the focus when the role changes under it', async () => {
  function Part() {
    const [why, setWhy] = useState<string | undefined>(reason)
    return (
      <>
        <GatedButton reason={why}>Pay</GatedButton>
        <GatedLink reason={why} to="/transfers">
          New
        </GatedLink>
        <button type="button" onClick={() => setWhy(undefined)}>
          Give the role
        </button>
      </>
    )
  }
  await renderPage(() => <Part />)
  const link = screen.getByRole('link', { name: 'New' })
  link.focus()
  expect(document.activeElement).toBe(link)
  fireEvent.click(screen.getByRole('button', { name: 'Give the role' }))
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'New' }))
  expect(screen.getByRole('link', { name: 'New' }).getAttribute('href')).toBe('/transfers')
  expect(screen.queryByRole('tooltip')).toBeNull()
})

it('is a link that leads nowhere while it is off', async () => {
  const { router } = await renderPage(() => (
    <GatedLink reason={reason} to="/transfers">
      New
    </GatedLink>
  ))
  const link = screen.getByRole('link', { name: 'New' })
  expect(link.hasAttribute('href')).toBe(false)
  expect(link.getAttribute('aria-disabled')).toBe('true')
  expect(link.tabIndex).toBe(0)
  fireEvent.click(link)
  expect(router.state.location.pathname).toBe('/')
  expect(screen.getByRole('tooltip').textContent).toBe(reason)
})

it('says in a menu why an entry is off, and keeps the menu open', async () => {
  const choose = vi.fn()
  await renderPage(() => (
    <DropdownMenu open>
      <DropdownMenuTrigger>More</DropdownMenuTrigger>
      <DropdownMenuContent>
        <GatedMenuItem reason={reason} onSelect={choose}>
          Block
        </GatedMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  ))
  const item = screen.getByRole('menuitem', { name: 'Block', description: reason })
  fireEvent.click(item)
  expect(choose).not.toHaveBeenCalled()
  expect(item.getAttribute('aria-disabled')).toBe('true')
})
