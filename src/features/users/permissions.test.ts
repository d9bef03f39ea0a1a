import { describe, expect, it } from 'vitest'
import type { ConsoleRole } from '#contract/console/roles'
import type { Permission } from '#contract/permissions'
import { readAccess } from '@/api/access'
import { whyNotAdd, whyNotManage } from './permissions'

const mine = (permissions: Permission[]) =>
  readAccess({ role: { id: 'desk', name: 'Desk' }, permissions, limits: [], zone: 'UTC' })
const role = (id: string, permissions: Permission[]): ConsoleRole => ({
  id,
  name: id,
  ready: true,
  assigned: 0,
  permissions,
  accounts: 'all',
  cards: 'all',
  limits: [],
})
const desk: Permission[] = ['session.own', 'users.view', 'users.manage']

describe('who may manage whom', () => {
  it.each([
    ['nobody without the permission', ['users.view'], role('low', []), /^Your role, Desk, may not/],
    [
      'nobody whose role reaches further',
      desk,
      role('maker', ['transfers.create']),
      /^The role of Ivy reaches further/,
    ],
    ['whoever may do no more', desk, role('low', ['users.view']), undefined],
    ['whose role is not known here: the gateway decides', desk, undefined, undefined],
  ] as const)('%s', (_, permissions, theirs, sentence) => {
    const reason = whyNotManage(mine([...permissions]), { name: 'Ivy' }, theirs)
    if (sentence) expect(reason).toMatch(sentence)
    else expect(reason).toBeUndefined()
  })

  it('nobody adds a person who would see more than they', () => {
    expect(whyNotAdd(mine(desk), [role('viewer', ['accounts.view'])])).toMatch(/sees what a Viewer sees/)
    expect(whyNotAdd(mine([...desk, 'accounts.view']), [role('viewer', ['accounts.view'])])).toBeUndefined()
    expect(whyNotAdd(mine(['users.view']), [])).toMatch(/^Your role, Desk, may not/)
  })
})
