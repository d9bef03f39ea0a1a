import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeVendor, generations } from './test-vendor'

beforeEach(() => vi.resetModules())
afterEach(cleanup)

describe.each(generations)('a value of a card in the %s client', (generation) => {
  async function show(pass: () => Promise<string> = async () => 'a-pass') {
    const vendor = fakeVendor(generation)
    const { SecureValue } = await import('./secure-value')
    const heard = { onReady: vi.fn(), onShown: vi.fn(), onError: vi.fn(), onRetry: vi.fn() }
    const asked = vi.fn(pass)
    const view = render(
      <StrictMode>
        <SecureValue kind="cvv" token="token-1" pass={asked} {...heard} />
      </StrictMode>,
    )
    return { vendor, heard, asked, view }
  }

  it('asks for one pass, hands it over, and tells when the value is shown', async () => {
    const { vendor, heard, asked, view } = await show()
    await waitFor(() => expect(vendor.live('cvv')).toHaveLength(1))
    expect(asked).toHaveBeenCalledTimes(1)
    expect(vendor.state.passes).toEqual(['a-pass'])
    act(() => vendor.part('cvv').tell('ready'))
    act(() => vendor.part('cvv').tell('shown'))
    expect([heard.onReady.mock.calls.length, heard.onShown.mock.calls.length]).toEqual([1, 1])
    expect(screen.getByRole('status').textContent).toBe('Security code is shown')
    expect(vendor.part('cvv').options.style).toHaveProperty(generation === 'older' ? 'base.color' : 'color')
    view.unmount()
    expect(vendor.live('cvv')).toEqual([])
  })

  it('says why it is not shown, and asks its owner for a fresh token', async () => {
    const { vendor, heard } = await show()
    await waitFor(() => expect(vendor.live('cvv')).toHaveLength(1))
    act(() => vendor.part('cvv').tell('error', { code: 'TOKEN_EXPIRED' }))
    expect(screen.getByRole('alert').textContent).toContain('This is shown once, and for a minute.')
    expect(heard.onError.mock.lastCall?.[0]).toMatchObject({ code: 'TOKEN_EXPIRED' })
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(heard.onRetry).toHaveBeenCalledTimes(1)
  })

  it('shows nothing without a pass', async () => {
    const { vendor } = await show(async () => {
      throw Object.assign(new Error('refused'), { status: 501, code: 'NOT_SUPPORTED' })
    })
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be shown in this console')
    expect(vendor.live('cvv')).toEqual([])
  })
})
