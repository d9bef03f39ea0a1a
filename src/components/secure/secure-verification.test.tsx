import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeVendor, type Generation, generations } from './test-vendor'
import type { CheckKind } from './vendor'

beforeEach(() => vi.resetModules())
afterEach(cleanup)

async function show(generation: Generation, kind: CheckKind) {
  const vendor = fakeVendor(generation)
  const { SecureVerification } = await import('./secure-verification')
  const heard = { onSubmitted: vi.fn(), onOutcome: vi.fn(), onClose: vi.fn(), onError: vi.fn() }
  const view = render(
    <StrictMode>
      <SecureVerification kind={kind} reference="ref-1" {...heard} />
    </StrictMode>,
  )
  const live = () => vendor.screens.filter((one) => one.live)
  await waitFor(() => expect(live()).toHaveLength(1))
  const tell = (type: string, detail?: unknown) => act(() => live()[0]?.tell(type, detail))
  return { vendor, heard, view, live, tell }
}

/** The same check in the words of each client. */
const words: Record<
  Generation,
  Record<CheckKind, { submitted: string; approved: [string, object]; back: [string, object] }>
> = (() => {
  const outcome = (status: string, more = {}): [string, object] => ['step_change', { step: 'outcome', status, ...more }]
  const told = (word: string) => ({
    submitted: `${word}Submitted`,
    approved: [`${word}Approved`, { status: 'APPROVED' }] as [string, object],
    back: [`${word}Rejected`, { status: 'INITIATED', rejectType: 'RETRY' }] as [string, object],
  })
  const older = {
    submitted: 'complete',
    approved: outcome('APPROVED'),
    back: outcome('INITIATED', { rejectType: 'RETRY' }),
  }
  return {
    older: { company: older, director: older, consumer: told('kyc') },
    newer: { company: told('kyb'), director: told('kyc'), consumer: told('kyc') },
  }
})()

describe.each(generations)('the screens of a check in the %s client', (generation) => {
  it.each(['company', 'director', 'consumer'] as const)('of a %s tell the same words', async (kind) => {
    const { heard, tell, live } = await show(generation, kind)
    const { submitted, approved, back } = words[generation][kind]
    expect(live()[0]).toMatchObject({ kind, reference: 'ref-1' })
    tell('step_change', { step: 'documents', number: 2 })
    expect(heard.onOutcome).not.toHaveBeenCalled()
    tell(submitted, { status: 'PENDING_REVIEW' })
    expect(heard.onSubmitted).toHaveBeenCalledTimes(1)
    tell(...approved)
    tell(...back)
    expect(heard.onOutcome.mock.calls).toEqual([
      [{ status: 'APPROVED' }],
      [{ status: 'REJECTED', rejectType: 'RETRY' }],
    ])
    tell('close', {})
    expect(heard.onClose).toHaveBeenCalledTimes(1)
  })

  it('stand in a titled frame that may use the camera, and are taken away without a word', async () => {
    const { view, heard, live, tell } = await show(generation, 'company')
    const frame = await screen.findByTitle('Verification of the company')
    expect(frame.getAttribute('allow')).toBe('camera; microphone')
    const [screens] = live()
    view.unmount()
    expect(live()).toEqual([])
    screens?.tell('close', {})
    expect(heard.onClose).not.toHaveBeenCalled()
    expect(tell).toBeTruthy()
  })

  it('leave what they say themselves to themselves, and have a message where there are none', async () => {
    const { heard, tell, vendor, live } = await show(generation, 'company')
    tell('error', { code: 'REFERENCE_NOT_FOUND', message: 'said in the frame' })
    expect(heard.onError.mock.lastCall?.[0]).toMatchObject({ code: 'REFERENCE_NOT_FOUND' })
    expect(screen.queryByRole('alert')).toBeNull()
    tell('error', { code: 'UI_KEY' })
    expect(screen.getByRole('alert').textContent).toContain('Your support has to correct its settings')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(vendor.screens.length).toBeGreaterThanOrEqual(2))
    await waitFor(() => expect(live()).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
