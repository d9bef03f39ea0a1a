import { describe, expect, it } from 'vitest'
import { FieldError } from '#contract/errors'
import { fieldErrorText, placeServerErrors } from './server-errors'

const values = { name: '', amount: { currency: '', amount: 0 }, rows: [{ to: '' }], date: undefined }

describe('placeServerErrors', () => {
  it('finds a field by its path, without the word that the wire puts before it', () => {
    const { placed, rest } = placeServerErrors({ 'request.amount.currency': 'SIZE', name: 'REQUIRED' }, values)
    expect(placed.map(({ name }) => name)).toEqual(['amount.currency', 'name'])
    expect(rest).toEqual([])
  })

  it('finds rows, and fields that have no value yet', () => {
    const { placed } = placeServerErrors({ 'request.rows[0].to': 'SIZE', 'request.date': 'REQUIRED' }, values)
    expect(placed.map(({ name }) => name)).toEqual(['rows.0.to', 'date'])
  })

  it('finds the field of a form that is flatter than the request, or that names it otherwise', () => {
    const flat = { amount: '', from: '' }
    const { placed } = placeServerErrors(
      { 'request.destinationAmount.amount': 'RANGE', 'request.source.id': 'REQUIRED' },
      flat,
      { 'source.id': 'from' },
    )
    expect(placed.map(({ name }) => name)).toEqual(['amount', 'from'])
  })

  it('keeps what has no field here', () => {
    const { placed, rest } = placeServerErrors({ 'request.profileId': 'REGEX' }, values)
    expect(placed).toEqual([])
    expect(rest).toEqual([{ path: 'profileId', message: fieldErrorText('REGEX') }])
  })
})

describe('fieldErrorText', () => {
  it('has a sentence for every complaint of the vendor, and keeps the word of any other', () => {
    const texts = FieldError.options.map(fieldErrorText)
    expect(new Set(texts).size).toBe(FieldError.options.length)
    for (const text of texts) expect(text).not.toContain('(')
    expect(fieldErrorText('BRAND_NEW')).toContain('BRAND_NEW')
  })
})
