import { describe, expect, test } from 'vitest'
import { type ManagedAccount, managedAccountCreate } from '#contract/managed-accounts'
import { editAccountForm, newAccountForm, toCreateRequest, toUpdateRequest } from './account-form'

const account: ManagedAccount = {
  id: '1',
  profileId: '2001',
  friendlyName: 'Payroll',
  tag: 'staff',
  currency: 'EUR',
  balances: { availableBalance: 0, actualBalance: 0 },
  state: { state: 'ACTIVE' },
  creationTimestamp: 0,
}

describe('new account', () => {
  test('the request is trimmed, fits the contract and leaves out an empty tag', () => {
    const body = toCreateRequest({ friendlyName: '  Payroll ', currency: 'EUR', tag: '' }, '2001')
    expect(body).toEqual({ profileId: '2001', friendlyName: 'Payroll', currency: 'EUR' })
    expect(managedAccountCreate.body.parse(body)).toEqual(body)
  })

  test('each mistake is told on its own field', () => {
    const parsed = newAccountForm.safeParse({ friendlyName: '   ', currency: '', tag: 'two words' })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['friendlyName', 'Give the account a name.'],
      ['currency', 'Choose a currency.'],
      ['tag', 'A tag has only letters, digits, - and _; no spaces.'],
    ])
  })
})

describe('renaming', () => {
  test('only what changed is sent', () => {
    expect(toUpdateRequest({ friendlyName: 'Wages', tag: 'staff' }, account)).toEqual({ friendlyName: 'Wages' })
    expect(toUpdateRequest({ friendlyName: 'Payroll', tag: 'staff' }, account)).toEqual({})
    expect(toUpdateRequest({ friendlyName: 'Payroll', tag: 'wages' }, account)).toEqual({ tag: 'wages' })
  })

  test('a tag cannot be taken away, but need not be given', () => {
    expect(editAccountForm(account).safeParse({ friendlyName: 'A', tag: '' }).success).toBe(false)
    expect(editAccountForm({}).safeParse({ friendlyName: 'A', tag: '' }).success).toBe(true)
  })
})
