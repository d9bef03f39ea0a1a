import { act, fireEvent, screen } from '@testing-library/react'
import { FormProvider, useForm } from 'react-hook-form'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { noAddress, toAddress } from '@/lib/address'
import { noDate } from '@/lib/calendar-date'
import { loadPhonePlan, noPhone } from '@/lib/phone'
import { renderPage } from '../test-page'
import { AddressField } from './address-field'
import { DateOfBirthField } from './date-of-birth-field'
import { PhoneField } from './phone-field'

const defaults = { mobile: noPhone, born: noDate, home: noAddress }
type Values = typeof defaults
const onValid = vi.fn<(values: Values) => void>()

function TestForm({ values = defaults, part }: { values?: Values; part: keyof Values }) {
  const form = useForm({ defaultValues: values })
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={form.handleSubmit((sent) => onValid(sent))}>
        {part === 'mobile' && <PhoneField name="mobile" label="Mobile" required />}
        {part === 'born' && <DateOfBirthField name="born" label="Date of birth" required />}
        {part === 'home' && <AddressField name="home" label="Address" />}
        <button type="submit">Send</button>
        <button type="button" onClick={() => form.setError('mobile.number' as 'mobile', { message: 'Not this one.' })}>
          Refuse
        </button>
      </form>
    </FormProvider>
  )
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const type = (label: string, text: string) =>
  act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
    fireEvent.blur(screen.getByLabelText(label))
  })
const shown = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value
const sent = () => onValid.mock.lastCall?.[0]

describe('PhoneField', () => {
  beforeAll(() => loadPhonePlan())

  it('holds the number as the API wants it, and shows what was typed', async () => {
    await renderPage(() => <TestForm part="mobile" />)
    await type('Mobile: country', 'GB')
    await type('Mobile', '07700 900123')
    expect(shown('Mobile')).toBe('07700 900123')
    await press('Send')
    expect(sent()?.mobile).toEqual({ countryCode: '+44', number: '7700900123' })
  })

  it('takes the country from a whole number', async () => {
    await renderPage(() => <TestForm part="mobile" />)
    await type('Mobile', '+356 7921 1234')
    expect(shown('Mobile: country')).toBe('MT')
    expect(shown('Mobile')).toBe('7921 1234')
    await press('Send')
    expect(sent()?.mobile).toEqual({ countryCode: '+356', number: '79211234' })
  })

  it('keeps the chosen one of countries that share a code', async () => {
    await renderPage(() => <TestForm part="mobile" />)
    await type('Mobile: country', 'CA')
    expect(shown('Mobile: country')).toBe('CA')
  })

  it('says what is wrong, and shows a complaint of the server about a part', async () => {
    onValid.mockClear()
    await renderPage(() => <TestForm part="mobile" />)
    await press('Send')
    expect(screen.getByText('Enter the mobile number.')).toBeTruthy()
    await type('Mobile', '77')
    await press('Send')
    expect(screen.getByText(/Choose the country of the number/)).toBeTruthy()
    await type('Mobile: country', 'GB')
    await press('Send')
    expect(screen.getByText(/Some digits are missing/)).toBeTruthy()
    expect(screen.getByLabelText('Mobile').getAttribute('aria-invalid')).toBe('true')
    await press('Refuse')
    expect(screen.getByText('Not this one.')).toBeTruthy()
    expect(onValid).not.toHaveBeenCalled()
  })

  it('begins with the number of a draft', async () => {
    const values = { ...defaults, mobile: { countryCode: '+44', number: '7700900123' } }
    await renderPage(() => <TestForm part="mobile" values={values} />)
    expect([shown('Mobile: country'), shown('Mobile')]).toEqual(['GB', '07700 900123'])
  })
})

describe('DateOfBirthField', () => {
  const born = async (day: string, month: string, year: string) => {
    await type('Day', day)
    await type('Month', month)
    await type('Year', year)
    await press('Send')
  }

  it.each([
    ['30', '2', '1990', 'This month does not have so many days. Check day and month.', 'Day'],
    ['1', '2', String(new Date().getFullYear() - 17), 'Only somebody who is 18 or older can do this.', 'Year'],
    ['1', '2', String(new Date().getFullYear() + 1), 'This date lies in the future. Check the year.', 'Year'],
    ['1', '', '1990', 'Enter the month, as a number from 1 to 12.', 'Month'],
  ])('refuses %s.%s.%s', async (day, month, year, sentence, part) => {
    onValid.mockClear()
    await renderPage(() => <TestForm part="born" />)
    await born(day, month, year)
    expect(screen.getByText(sentence)).toBeTruthy()
    expect(screen.getByLabelText(part)).toBe(document.activeElement)
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1)
    expect(onValid).not.toHaveBeenCalled()
  })

  it('hands on what was typed', async () => {
    await renderPage(() => <TestForm part="born" />)
    await born('07', '3', '1984')
    expect(sent()?.born).toEqual({ day: '07', month: '3', year: '1984' })
  })
})

describe('AddressField', () => {
  it('asks for the post code as its country writes it', async () => {
    onValid.mockClear()
    await renderPage(() => <TestForm part="home" />)
    await press('Send')
    expect(screen.getByText('Choose the country.')).toBeTruthy()
    await type('Country', 'GB')
    await type('Street and number', '1 High Street')
    await type('Town or city', 'Leeds')
    await type('Post code', '75001')
    await press('Send')
    expect(screen.getByText('Post codes of this country are written like SW1A 1AA.')).toBeTruthy()
    expect(onValid).not.toHaveBeenCalled()
    await type('Post code', 'ls1 1aa')
    await press('Send')
    expect(toAddress(sent()?.home ?? noAddress)?.postCode).toBe('LS1 1AA')
  })
})
