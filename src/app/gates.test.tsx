import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { managedAccountCreate, managedAccountGet } from '#contract/managed-accounts'
import { call } from '@/api/client'
import { sessionQueries } from '@/api/queries/session'
import { forgetStepUp } from '@/features/challenges/held-step-up'
import { readFailure, wasTurnedDown } from '@/lib/failure'
import { Gates } from './gates'

const account = {
  id: '7',
  profileId: '2001',
  friendlyName: 'Payroll',
  currency: 'EUR',
  balances: { availableBalance: 1, actualBalance: 1 },
  state: { state: 'ACTIVE' },
  creationTimestamp: 1,
}

/** A gateway that wants a code before it does anything. */
function gateway() {
  const seen = { issued: 0, verified: [] as string[], refs: [] as (string | null)[] }
  let steppedUp = false
  vi.stubGlobal('fetch', async (url: string, { headers, body }: RequestInit) => {
    if (url.endsWith('/verify')) {
      const { verificationCode } = JSON.parse(String(body))
      seen.verified.push(verificationCode)
      if (verificationCode !== '123456')
        return Response.json({ errorCode: 'VERIFICATION_CODE_INVALID' }, { status: 409 })
      steppedUp = true
      return new Response(null, { status: 204 })
    }
    if (url.endsWith('/authentication_factors')) return Response.json({ factors: [] })
    if (url.endsWith('/stepup/challenges/otp/SMS')) {
      seen.issued += 1
      return new Response(null, { status: 204 })
    }
    seen.refs.push(new Headers(headers).get('idempotency-ref'))
    return steppedUp ? Response.json(account) : Response.json({ errorCode: 'STEP_UP_REQUIRED' }, { status: 403 })
  })
  return seen
}

let queryClient: QueryClient
let seen: ReturnType<typeof gateway>

beforeEach(() => {
  seen = gateway()
  queryClient = new QueryClient()
  queryClient.setQueryData(sessionQueries.current().queryKey, {
    person: { credentials: { type: 'ROOT', id: '1' }, name: 'Ada', email: 'ada@northwind.example' },
    identity: { id: { type: 'CORPORATE', id: '2' }, name: 'Northwind' },
    access: { role: { id: 'owner', name: 'Owner' }, permissions: [], limits: [], zone: 'UTC' },
    steppedUp: false,
    idleDeadline: 2,
    now: 1,
  })
  render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Gates />
      </QueryClientProvider>
    </StrictMode>,
  )
})
afterEach(() => {
  cleanup()
  forgetStepUp()
  vi.unstubAllGlobals()
})

const read = () => call(managedAccountGet, { params: { id: '7' } })
const create = () =>
  call(managedAccountCreate, {
    body: { profileId: '2001', friendlyName: 'Wages', currency: 'EUR' },
    idempotencyRef: 'ref-1',
  })

async function enter(code: string) {
  fireEvent.change(await screen.findByLabelText('Six-digit code'), { target: { value: code } })
  fireEvent.click(screen.getByRole('button', { name: 'Confirm' }))
}

describe('step-up gate', () => {
  it('sends one code for all that wait, and then each call once more with its reference', async () => {
    const waiting = Promise.all([read(), create()])
    await enter('123456')
    expect(await waiting).toHaveLength(2)
    expect(seen.issued).toBe(1)
    expect(seen.refs.filter((ref) => ref === 'ref-1')).toHaveLength(2)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(queryClient.getQueryData(sessionQueries.current().queryKey)?.steppedUp).toBe(true)
  })

  it('stays open after a wrong code and says so', async () => {
    const waiting = read()
    await enter('000000')
    expect((await screen.findByRole('alert')).textContent).toContain('That code is not right')
    await enter('123456')
    await waiting
    expect(seen.verified).toEqual(['000000', '123456'])
    expect(seen.issued).toBe(1)
  })

  it('asks for six digits before it asks the server', async () => {
    const waiting = read().catch((error: unknown) => error)
    await enter('12')
    expect(screen.getByText('The code has six digits.')).toBeTruthy()
    expect(seen.verified).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(wasTurnedDown(readFailure(await waiting))).toBe(true)
  })

  it('does not send a second code when it opens again soon after', async () => {
    const first = read().catch((error: unknown) => error)
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await first
    const second = read()
    await enter('123456')
    await second
    expect(seen.issued).toBe(1)
  })
})
