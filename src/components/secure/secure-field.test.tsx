import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SecureHandle } from './secure-field'
import { SecureField } from './secure-field'

/** Stands in for the vendor's script: a frame that is ready when the test says so. */
const field = { ready: () => {}, focus: vi.fn() }
globalThis.OpcUxSecureClient = {
  init: vi.fn(),
  form: () => ({
    input: () => ({
      mount: vi.fn(),
      destroy: vi.fn(),
      focus: field.focus,
      clear: vi.fn(),
      on: (event, listener) => {
        if (event === 'ready') field.ready = () => listener(undefined)
      },
    }),
    tokenize: vi.fn(),
  }),
}

beforeEach(() => {
  field.ready = () => {}
  field.focus.mockClear()
})
afterEach(cleanup)

async function show() {
  const before = field.ready
  render(
    <>
      <input aria-label="E-mail address" />
      <SecureField label="Password" name="password" kind="password" handle={createRef<SecureHandle>()} autoFocus />
    </>,
  )
  await waitFor(() => expect(field.ready).not.toBe(before))
}

describe('a protected field that arrives late', () => {
  it('takes the focus when nobody has it', async () => {
    await show()
    field.ready()
    expect(field.focus).toHaveBeenCalledTimes(1)
  })

  it('leaves it to whoever has begun to write elsewhere', async () => {
    await show()
    screen.getByLabelText('E-mail address').focus()
    field.ready()
    expect(field.focus).not.toHaveBeenCalled()
  })
})
