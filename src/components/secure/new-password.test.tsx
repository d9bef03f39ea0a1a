import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NewPasswordHandle } from './new-password'
import { fakeVendor, generations } from './test-vendor'

beforeEach(() => vi.resetModules())
afterEach(cleanup)

const refusal = (code: string) => Object.assign(new Error(code), { status: 409, code })

describe.each(generations)('a new password in the %s client', (generation) => {
  async function show(validate?: (token: string) => Promise<unknown>) {
    const vendor = fakeVendor(generation)
    const { NewPassword } = await import('./new-password')
    const handle = createRef<NewPasswordHandle>()
    const onEnter = vi.fn()
    const view = render(
      <StrictMode>
        <NewPassword handle={handle} validate={validate} onEnter={onEnter} />
      </StrictMode>,
    )
    await waitFor(() => expect(vendor.live('again')).toHaveLength(1))
    act(() => {
      for (const name of ['password', 'again']) vendor.part(name).tell('ready')
    })
    const type = (password: boolean, again: boolean | 'other') =>
      act(() => {
        vendor.part('password').tell('change', { empty: !password, valid: password })
        vendor.part('again').tell('change', { empty: again === false, valid: again === true })
      })
    const take = async () => {
      let outcome: unknown
      await act(async () => {
        outcome = await handle.current?.tokenize().catch((error: unknown) => error)
      })
      return outcome
    }
    return { vendor, type, take, view, onEnter }
  }

  it('gives one token when both are the same', async () => {
    const { type, take, vendor } = await show()
    type(true, true)
    expect(await take()).toMatch(/^password-\d$/)
    expect(vendor.live('password')).toHaveLength(1)
  })

  it('says a difference at the repetition before any token is made, until it is mended', async () => {
    const { type, take, vendor } = await show()
    type(true, 'other')
    expect(await take()).toMatchObject({ code: 'MISMATCH', told: true })
    expect(vendor.state.tokens).toBe(0)
    expect(screen.getByText('This is not the same as above. Type it again.')).toBeTruthy()
    expect(vendor.part('again')).toMatchObject({ focused: 1, options: { ariaInvalid: true } })
    type(true, true)
    expect(screen.queryByText('This is not the same as above. Type it again.')).toBeNull()
  })

  it('hears it from a script that finds it only when it makes tokens', async () => {
    const { type, take, vendor } = await show()
    type(true, true)
    vendor.state.refusal = 'MISMATCH'
    expect(await take()).toMatchObject({ code: 'MISMATCH', told: true })
    expect(screen.getByText('This is not the same as above. Type it again.')).toBeTruthy()
  })

  it('says what is empty', async () => {
    const { type, take } = await show()
    expect(await take()).toMatchObject({ code: 'EMPTY' })
    expect(screen.getByText('Choose a password.')).toBeTruthy()
    type(true, false)
    await take()
    expect(screen.getByText(/Type the password again/)).toBeTruthy()
  })

  it('asks whether it would be taken, says the refusal, and gives another token than it asked with', async () => {
    const asked: string[] = []
    const answers = ['PASSWORD_TOO_SIMPLE', '', 'UNRESOLVED_IDENTITY']
    const { type, take } = await show(async (token) => {
      asked.push(token)
      const code = answers.shift()
      if (code) throw refusal(code)
    })
    type(true, true)
    expect(await take()).toMatchObject({ told: true })
    expect(screen.getByText(/This is too easy to guess/)).toBeTruthy()
    type(true, true)
    expect(screen.queryByText(/This is too easy to guess/)).toBeNull()
    const token = await take()
    expect(token).toMatch(/^password-\d$/)
    expect(asked).not.toContain(token)
    // Another refusal is not the password's: the deed itself will tell.
    expect(await take()).toMatch(/^password-\d+$/)
  })

  it('says what the API said of it until something else is typed', async () => {
    const vendor = fakeVendor(generation)
    const { NewPassword } = await import('./new-password')
    render(<NewPassword handle={null} error="You have used this one before." />)
    await waitFor(() => expect(vendor.live('again')).toHaveLength(1))
    act(() => vendor.part('password').tell('change', { empty: true, valid: false }))
    expect(screen.getByText('You have used this one before.')).toBeTruthy()
    act(() => vendor.part('password').tell('change', { empty: false, valid: true }))
    expect(screen.queryByText('You have used this one before.')).toBeNull()
  })

  it('says how strong it is, politely, and nothing of an empty one', async () => {
    const { type, vendor, onEnter } = await show()
    type(true, false)
    act(() => vendor.part('password').tell('strength', { id: 2, score: 2, strength: 'fair' }))
    expect(screen.getByText('Strength: fair').getAttribute('role')).toBe('status')
    type(false, false)
    act(() => vendor.part('password').tell('strength', { id: 0, score: 0, strength: 'weak' }))
    expect(screen.queryByText(/^Strength/)).toBeNull()
    act(() => vendor.part('again').tell('keyup', { key: 'Enter' }))
    expect(onEnter).toHaveBeenCalledTimes(1)
  })

  it('takes the fields away with itself', async () => {
    const { vendor, view } = await show()
    view.unmount()
    expect([...vendor.live('password'), ...vendor.live('again')]).toEqual([])
  })
})
