import { act, fireEvent, screen } from '@testing-library/react'
import { FormProvider, useForm } from 'react-hook-form'
import { expect, it, vi } from 'vitest'
import type { Mobile } from '#contract/people'
import { noPhone } from '@/lib/phone'
import { renderPage } from '../test-page'
import { PhoneField } from './phone-field'

// The tables of the world's numbers are a file of their own, which a bad connection may not bring.
vi.mock('@/lib/phone-plan', () => {
  throw new Error('not loaded')
})

const onValid = vi.fn<(values: { mobile: Mobile }) => void>()

function TestForm() {
  const form = useForm({ defaultValues: { mobile: noPhone } })
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={form.handleSubmit((values) => onValid(values))}>
        <PhoneField name="mobile" label="Mobile" required />
        <button type="submit">Send</button>
      </form>
    </FormProvider>
  )
}

it('has the code typed where the list of countries cannot be loaded', async () => {
  await renderPage(() => <TestForm />)
  const code = await screen.findByLabelText('Mobile: country code, as in +44')
  const type = (field: HTMLElement, value: string) => act(async () => fireEvent.change(field, { target: { value } }))
  const send = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Send' })))
  await type(screen.getByLabelText('Mobile'), '7700 900123')
  await type(code, '44')
  await send()
  expect(screen.getByText(/No country has this code/)).toBeTruthy()
  expect(onValid).not.toHaveBeenCalled()
  await type(code, '+44')
  await send()
  expect(onValid.mock.lastCall?.[0].mobile).toEqual({ countryCode: '+44', number: '7700900123' })
})
