import { act, fireEvent, screen } from '@testing-library/react'
import { StrictMode, useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '../test-page'
import { EnrolPhone, type PhoneEnrolment } from './enrol-phone'

const enrolment = {
  whose: '1',
  send: vi.fn(() => Promise.resolve()),
  verify: vi.fn((_: string) => Promise.resolve()),
  enrolled: vi.fn(() => Promise.resolve()),
} satisfies PhoneEnrolment
const onDone = vi.fn()
const refusal = (code: string) => Promise.reject({ status: 409, code })

const show = () =>
  renderPage(() => (
    <StrictMode>
      <EnrolPhone enrolment={enrolment} phone="+44 7700900123" onDone={onDone} />
    </StrictMode>
  ))
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const field = () => screen.getByLabelText<HTMLInputElement>('Six-digit code')
const type = (value: string) => act(async () => fireEvent.change(field(), { target: { value } }))

beforeEach(() => {
  sessionStorage.clear()
  vi.clearAllMocks()
})

describe('registering a phone', () => {
  it('sends on a press, once, and is done with the right code', async () => {
    await show()
    expect(enrolment.send).not.toHaveBeenCalled()
    await press('Send the code')
    expect(enrolment.send).toHaveBeenCalledTimes(1)
    expect(document.activeElement).toBe(field())
    await type('123 456')
    expect(field().value).toBe('123456')
    await press('Register this phone')
    expect(enrolment.verify).toHaveBeenCalledWith('123456')
    expect(enrolment.enrolled).toHaveBeenCalledTimes(1)
    expect(onDone).toHaveBeenCalledTimes(1)
  })

  it('keeps what was typed beside a wrong code, and asks for six digits before anybody else does', async () => {
    await show()
    await press('Send the code')
    await type('12345')
    await press('Register this phone')
    expect(screen.getByText('The code has six digits.')).toBeTruthy()
    expect(enrolment.verify).not.toHaveBeenCalled()
    enrolment.verify.mockImplementationOnce(() => refusal('ONE_CHALLENGE_LIMIT_REMAINING'))
    await type('000000')
    await press('Register this phone')
    expect(screen.getByRole('alert').textContent).toContain('One try is left')
    expect(field().value).toBe('000000')
    expect(onDone).not.toHaveBeenCalled()
  })

  it('leaves the focus on the way on where the code is used up', async () => {
    await show()
    await press('Send the code')
    enrolment.verify.mockImplementationOnce(() => refusal('CHALLENGE_LIMIT_EXCEEDED'))
    await type('000000')
    await press('Register this phone')
    expect(screen.queryByLabelText('Six-digit code')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send the code' }))
  })

  it('keeps what was begun when the number is read later, and begins anew with another number', async () => {
    let read: (phone: string) => void = () => {}
    function Later() {
      const [phone, setPhone] = useState<string>()
      read = setPhone
      return <EnrolPhone enrolment={enrolment} phone={phone} onDone={onDone} />
    }
    await renderPage(() => <Later />)
    await press('Send the code')
    await act(async () => read('+44 7700900123'))
    expect(field()).toBeTruthy()
    await act(async () => read('+44 7700900124'))
    expect(screen.queryByLabelText('Six-digit code')).toBeNull()
  })

  it('goes on with a code that was sent before a reload', async () => {
    const { unmount } = await show()
    await press('Send the code')
    unmount()
    await show()
    expect(field()).toBeTruthy()
    expect(enrolment.send).toHaveBeenCalledTimes(1)
  })
})
