import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SecureHandle } from './secure-field'
import { fakeVendor, generations } from './test-vendor'

/** The scripts that the page asked for; none is really loaded. */
let scripts: HTMLScriptElement[]
beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  globalThis.OpcUxSecureClient = undefined
  globalThis.weavr = undefined
  scripts = []
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) scripts.push(node)
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function show(count = 1) {
  const { SecureField } = await import('./secure-field')
  const handle = createRef<SecureHandle>()
  const onChange = vi.fn()
  render(
    Array.from({ length: count }, (_, at) => `f${at}`).map((name) => (
      <SecureField key={name} label={name} name={name} kind="password" handle={handle} onChange={onChange} />
    )),
  )
  await act(async () => {})
  return { handle, onChange }
}
const retry = () => fireEvent.click(screen.getByRole('button', { name: 'Load it again' }))

describe.each(generations)('the vendor’s script, %s client', (generation) => {
  it('is loaded once for all fields of the page, and started with the key', async () => {
    const { onChange } = await show(3)
    expect(scripts).toHaveLength(1)
    const vendor = fakeVendor(generation)
    await act(async () => scripts[0]?.dispatchEvent(new Event('load')))
    await waitFor(() => expect(vendor.live('f2')).toHaveLength(1))
    expect(vendor.state.keys).toEqual([''])
    act(() => vendor.part('f0').tell('change', { empty: false, valid: true }))
    expect(onChange).toHaveBeenCalledWith({ empty: false, valid: true })
  })

  it('that is blocked is said, and asked for anew on request', async () => {
    await show()
    await act(async () => scripts[0]?.dispatchEvent(new Event('error')))
    expect(screen.getByRole('alert').textContent).toContain('An ad blocker or a firewall may be in the way')
    retry()
    await waitFor(() => expect(scripts).toHaveLength(2))
    const vendor = fakeVendor(generation)
    await act(async () => scripts[1]?.dispatchEvent(new Event('load')))
    await waitFor(() => expect(vendor.live('f0')).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('that is slow is said after ten seconds', async () => {
    await show()
    await act(() => vi.advanceTimersByTimeAsync(9_900))
    expect(screen.queryByRole('alert')).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(200))
    expect(screen.getByRole('alert').textContent).toContain('The connection may be slow')
  })

  it('whose frame is slow is said too, and the field appears when it comes after all', async () => {
    const { handle } = await show()
    const vendor = fakeVendor(generation)
    await act(async () => scripts[0]?.dispatchEvent(new Event('load')))
    await waitFor(() => expect(vendor.live('f0')).toHaveLength(1))
    await act(() => vi.advanceTimersByTimeAsync(10_100))
    expect(screen.getByRole('alert').textContent).toContain('The connection may be slow')
    await expect(handle.current?.tokenize()).rejects.toMatchObject({ code: 'SCRIPT_LATE' })
    act(() => vendor.part('f0').tell('ready'))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(await handle.current?.tokenize()).toBe('f0-1')
  })

  it('whose frame is refused, and whose key is wrong, are said', async () => {
    const { handle } = await show()
    const vendor = fakeVendor(generation)
    await act(async () => scripts[0]?.dispatchEvent(new Event('load')))
    await waitFor(() => expect(vendor.live('f0')).toHaveLength(1))
    act(() => vendor.part('f0').tell('ready'))
    vendor.state.refusal = 'UI_KEY'
    await expect(handle.current?.tokenize()).rejects.toMatchObject({
      code: 'UI_KEY',
      sentence: expect.stringContaining('Your support has to correct its settings'),
    })
    act(() => vendor.part('f0').tell('error', { code: 'FRAME_REFUSED' }))
    expect(screen.getByRole('alert').textContent).toContain('was refused')
  })
})
