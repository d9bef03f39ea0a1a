import { describe, expect, it } from 'vitest'
import { type ReadyRoleId, readyRoles } from '#contract/console/ready-roles'
import { managedAccountCreate } from '#contract/managed-accounts'
import { permissions } from '#contract/permissions'
import type { AccessView } from '#contract/session'
import { transferCreate } from '#contract/transfers'
import { readAccess } from './access'

const as = (id: ReadyRoleId): AccessView => ({
  role: { id, name: readyRoles[id].name },
  permissions: [...readyRoles[id].permissions],
  limits: [],
  zone: 'Europe/London',
})

describe('readAccess', () => {
  it('lets the Owner do everything', () => {
    const { may, whyNot } = readAccess(as('owner'))
    expect(permissions.filter((permission) => !may(permission) || whyNot(permission))).toEqual([])
  })

  it('says why not, by the operation, and who can change it', () => {
    const { may, whyNot } = readAccess(as('viewer'))
    expect(may(transferCreate.permission)).toBe(false)
    expect(whyNot(transferCreate.permission)).toBe(
      'Your role, Viewer, may not make or cancel transfers between own accounts. Whoever manages roles here (Owner or Admin) can change that.',
    )
    expect(whyNot('accounts.view')).toBeUndefined()
  })

  it('speaks to a person without a company’s words', () => {
    expect(readAccess(as('viewer'), 'person').whyNot(transferCreate.permission)).toBe(
      'With this sign-in you may not make or cancel transfers between own accounts. Whoever opened the account can.',
    )
  })

  it('keeps makers from opening accounts', () => {
    const { may } = readAccess(as('payments-maker'))
    expect([may(transferCreate.permission), may(managedAccountCreate.permission)]).toEqual([true, false])
  })

  it('has a sentence for every permission', () => {
    const { whyNot } = readAccess({ ...as('viewer'), permissions: [] })
    const sentences = permissions.map(whyNot)
    expect(new Set(sentences).size).toBe(permissions.length)
    expect(sentences.every((sentence) => sentence?.includes('may not'))).toBe(true)
  })

  it('lets nobody do anything before it knows who they are, except what is public', () => {
    const { may, whyNot, access } = readAccess(undefined)
    expect(access).toBeUndefined()
    expect(may('accounts.view')).toBe(false)
    expect(may('public')).toBe(true)
    expect(whyNot('accounts.view')).toBe('What you may do here is not known yet.')
  })
})
