import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ErrorView } from './error-view'

afterEach(cleanup)
const failure = (status: number, code: string) => ({ status, code, fields: {}, requestRef: 'ref-1' })
const show = (error: unknown, onRetry?: () => void) => render(<ErrorView error={error} {...(onRetry && { onRetry })} />)

test.each(['STEP_UP_CANCELLED', 'SIGN_IN_CANCELLED'])(
  'a read whose gate was turned down (%s) may be tried again',
  (code) => {
    show(failure(403, code), () => {})
    expect(screen.getByRole('button', { name: /again/i })).toBeDefined()
    expect(screen.queryByText(/right to do this/)).toBeNull()
  },
)

test('a write that was turned down needs no word', () => {
  expect(show(failure(403, 'STEP_UP_CANCELLED')).container.textContent).toBe('')
})

test.each([403, 404, 410])('what %i refuses is not offered again, with the reference for support', (status) => {
  show(failure(status, 'ANY'), () => {})
  expect(screen.queryByRole('button', { name: /again/i })).toBeNull()
  expect(screen.getByText(/ref-1/)).toBeDefined()
})
