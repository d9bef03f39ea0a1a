import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { feeQueries } from '@/api/queries/fees'
import type { Source } from './sources'
import { emptyDraft, furthestStep } from './steps'
import { feeName } from './text'

afterEach(() => vi.unstubAllGlobals())

describe('the list of fees', () => {
  const read = (status: number) => {
    vi.stubGlobal('fetch', async () => new Response(null, { status }))
    return new QueryClient().fetchQuery({ ...feeQueries.list({ limit: 25 }), retry: false })
  }
  test.each([404, 405, 501])('is none where the programme answers %i', async (status) => {
    expect(await read(status)).toBeNull()
  })
  test('is not taken for none where the service stumbles', async () => {
    await expect(read(500)).rejects.toMatchObject({ status: 500 })
  })
})

test('the review comes with a fee and something of one’s own to take it from', () => {
  const payroll: Source = { type: 'managed_accounts', id: '7', name: 'Payroll', currency: 'EUR', available: 5 }
  expect(furthestStep(emptyDraft, [payroll])).toEqual({ id: 'fee' })
  expect(furthestStep({ feeType: 'X', source: '8' }, [payroll])).toEqual({ id: 'fee' })
  expect(furthestStep({ feeType: ' X ', source: '7' }, [payroll])).toEqual({
    id: 'review',
    feeType: 'X',
    source: payroll,
  })
})

test('a name in capitals is read as words, another one as it is', () => {
  expect(feeName('MONTHLY_SUBSCRIPTION')).toBe('Monthly subscription')
  expect(feeName('Plan Gold')).toBe('Plan Gold')
})
