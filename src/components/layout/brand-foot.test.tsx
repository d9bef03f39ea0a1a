import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { pretendPageConfig } from '@/lib/page-config'
import { BrandFoot } from './brand-foot'
import { EntryFrame } from './entry-frame'

afterEach(cleanup)

it('says whom to ask and what holds, as far as the programme says', () => {
  pretendPageConfig({ brand: { name: 'Harbour', supportEmail: 'help@harbour.example', legalName: 'Harbour A/S' } })
  render(<BrandFoot />)
  expect(screen.getByRole('link', { name: 'Help: help@harbour.example' }).getAttribute('href')).toBe(
    'mailto:help@harbour.example',
  )
  expect(screen.queryByRole('link', { name: 'Terms' })).toBeNull()
  expect(screen.getByRole('contentinfo').textContent).toContain('Harbour A/S')
})

it('is not there where the programme says nothing', () => {
  pretendPageConfig({ brand: { name: 'Harbour' } })
  render(<BrandFoot />)
  expect(screen.queryByRole('contentinfo')).toBeNull()
})

it('the entry sheet bears the name and the mark, and leads back to the sign-in', () => {
  pretendPageConfig({ brand: { name: 'Harbour', logo: '/brand/logo?v=1' } })
  const { container } = render(
    <EntryFrame wide title="Open an account">
      fields
    </EntryFrame>,
  )
  expect(screen.getByRole('link', { name: 'Harbour' }).getAttribute('href')).toBe('/sign-in')
  expect(container.querySelector('img')?.getAttribute('src')).toBe('/brand/logo?v=1')
})
