import { describe, expect, it } from 'vitest'
import { type ReadyRoleId, readyRoles } from '#contract/console/ready-roles'
import type { Permission } from '#contract/permissions'
import type { Face } from '@/lib/text'
import { groupRooms, openRooms, roomOf, rooms, splitRooms } from './rooms'

const as = (id: ReadyRoleId, face: Face = 'company') => {
  const held = readyRoles[id].permissions
  return openRooms((permission) => held.includes(permission), face).map(({ to }) => to)
}

describe('openRooms', () => {
  it('shows the Owner everything, and to who looks only what may be looked at', () => {
    expect(as('owner')).toEqual(rooms.map(({ to }) => to))
    expect(as('viewer')).toEqual(expect.arrayContaining(['/', '/accounts', '/transfers', '/bulks']))
    expect(as('viewer')).not.toContain('/roles')
    expect(as('admin')).toContain('/roles')
  })

  it('leaves a person with their own money and themselves, whatever they might do', () => {
    expect(as('owner', 'person')).toEqual(['/', '/accounts', '/transfers', '/profile', '/charges', '/security'])
  })

  it('leaves the overview and their own sign-in to who may do nothing', () => {
    expect(openRooms(() => false, 'company').map(({ to }) => to)).toEqual(['/', '/security'])
  })
})

it('a group without rooms has no heading', () => {
  const money = openRooms((permission: Permission) => permission === 'accounts.view', 'company')
  expect(groupRooms(money).map(({ group }) => group)).toEqual(['money', 'own'])
  expect(groupRooms(rooms).flatMap((each) => each.rooms)).toHaveLength(rooms.length)
})

describe('splitRooms', () => {
  const some = (count: number) => Array.from({ length: count }, () => rooms[0] ?? fail())
  it.each([
    [1, 1, 0],
    [5, 5, 0],
    [6, 4, 2],
    [9, 4, 5],
  ])('of %i rooms puts %i into the bar and %i behind "More"', (count, inBar, behind) => {
    const { bar, more } = splitRooms(some(count))
    expect([bar.length, more.length]).toEqual([inBar, behind])
  })
})

describe('roomOf', () => {
  it.each([
    ['/', '/'],
    ['/accounts', '/accounts'],
    ['/accounts/17/edit', '/accounts'],
    ['/roles/people', '/roles'],
    ['/rolesandmore', undefined],
    ['/my-role', undefined],
  ])('%s is in %s', (path, room) => {
    expect(roomOf(path)?.to).toBe(room)
  })
})

function fail(): never {
  throw new Error('there are no rooms')
}
