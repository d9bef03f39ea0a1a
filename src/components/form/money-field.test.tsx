import { act, fireEvent, screen } from '@testing-library/react'
import { FormProvider, useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { renderPage } from '../test-page'
import { MoneyField } from './money-field'

const onValid = vi.fn<(values: { amount: string }) => void>()

function TestForm({ currency }: { currency: string }) {
  const form = useForm({ defaultValues: { amount: '' } })
  return (
    <FormProvider {...form}>
      <form onSubmit={form.handleSubmit((values) => onValid(values))}>
        <MoneyField name="amount" label="Amount" currency={currency} required />
        <button type="submit">Send</button>
      </form>
    </FormProvider>
  )
}

const field = () => screen.getByLabelText<HTMLInputElement>('Amount')
const words = () =>
  (field().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
const leaveWith = (text: string) =>
  act(async () => {
    fireEvent.change(field(), { target: { value: text } })
    fireEvent.blur(field())
  })

describe('MoneyField', () => {
  it.each([
    ['EUR', '1e3', 'Write the amount in full, without an exponent.'],
    ['EUR', '0x10', 'Write the amount in decimal figures, as in 1250.00.'],
    ['EUR', '-5', 'The amount must not be negative.'],
    ['EUR', '1,000', 'Leave out the marks between thousands, as in 1250.00.'],
    ['EUR', '12.345', 'EUR has at most 2 decimals.'],
    ['JPY', '12.5', 'JPY has no decimals.'],
    ['KWD', '1.2345', 'KWD has at most 3 decimals.'],
    ['EUR', 'ten', 'This is not an amount. Write it as 1250.00.'],
    ['EUR', '99999999999999999', 'This is more than can be handled.'],
  ])('says why %s %s is refused', async (currency, text, sentence) => {
    await renderPage(() => <TestForm currency={currency} />)
    await leaveWith(text)
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(words()).toContain(sentence)
    expect(field().value).toBe(text)
  })

  it('does not complain while the first figures are typed, and clears the complaint with its cause', async () => {
    await renderPage(() => <TestForm currency="EUR" />)
    await act(async () => fireEvent.change(field(), { target: { value: '1,' } }))
    expect(field().getAttribute('aria-invalid')).toBeNull()
    await act(async () => fireEvent.blur(field()))
    expect(field().getAttribute('aria-invalid')).toBe('true')
    await act(async () => fireEvent.change(field(), { target: { value: '1.5' } }))
    expect(field().getAttribute('aria-invalid')).toBeNull()
  })

  it('reads the amount back with its thousands marked', async () => {
    await renderPage(() => <TestForm currency="EUR" />)
    await leaveWith('1234567.5')
    expect(words()).toContain('EUR\u00a01,234,567.50')
  })

  it('lets no form go with a wrong or missing amount', async () => {
    await renderPage(() => <TestForm currency="EUR" />)
    const send = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Send' })))
    await send()
    expect(words()).toContain('Enter an amount.')
    await leaveWith('1,000')
    await send()
    expect(onValid).not.toHaveBeenCalled()
    await leaveWith('1000')
    await send()
    expect(onValid).toHaveBeenCalledExactlyOnceWith({ amount: '1000' })
  })
})
