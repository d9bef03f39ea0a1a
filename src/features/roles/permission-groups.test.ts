import { describe, expect, it } from 'vitest'
import { everybodys, permissions } from '#contract/permissions'
import { grouped, toggled } from './permission-groups'

const all = () => true

it('every permission stands in one group, or is everybody’s', () => {
  const listed = [...grouped.flatMap((each) => each.permissions), ...everybodys]
  expect([...listed].sort()).toEqual([...permissions].sort())
  expect(grouped.every((each) => each.permissions.length > 0)).toBe(true)
})

describe('toggled', () => {
  it('gives the sight of what is given to be handled', () => {
    expect(toggled([], 'accounts.manage', true, all)).toEqual(['accounts.view', 'accounts.manage'])
    expect(toggled([], 'payments.confirm', true, all)).toEqual(['transfers.view', 'payments.confirm'])
  })

  it('takes the handling with the sight, and nothing else', () => {
    const chosen = ['accounts.view', 'accounts.manage', 'transfers.view', 'payments.confirm'] as const
    expect(toggled(chosen, 'accounts.view', false, all)).toEqual(['transfers.view', 'payments.confirm'])
    expect(toggled(chosen, 'accounts.manage', false, all)).not.toContain('accounts.manage')
  })

  it('puts in nothing that the chooser may not give', () => {
    expect(toggled(['fees.view'], 'identity.manage', true, () => false)).toEqual(['fees.view'])
    expect(toggled([], 'accounts.manage', true, (permission) => permission !== 'accounts.view')).toEqual([
      'accounts.manage',
    ])
  })
})
