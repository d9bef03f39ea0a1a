import type { LinkProps } from '@tanstack/react-router'
import {
  ArrowLeftRight,
  ContactRound,
  Gauge,
  IdCard,
  Landmark,
  Layers,
  type LucideIcon,
  RadioTower,
  Receipt,
  Scale,
  ScrollText,
  ShieldCheck,
  Stamp,
  UsersRound,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Permission } from '#contract/permissions'
import { WaitingBadge } from '@/features/proposals/components/waiting-badge'
import type { Face } from '@/lib/text'
import type { RoomName } from './text'

export type Room = {
  to: NonNullable<LinkProps['to']>
  name: RoomName
  icon: LucideIcon
  group: 'money' | 'control' | 'own'
  /** Without it the room is not shown, and neither is a page below its address. */
  permission?: Permission
  /** Who has such a room at all; left out: both. */
  for?: Face
  exact?: boolean
  /** A figure beside the label, as how much waits for this person. */
  badge?: ComponentType
}

/** Every room of the console. On a phone the first ones are in the bar at the foot, the others behind "More". */
export const rooms: readonly Room[] = [
  { to: '/', name: 'overview', icon: Gauge, group: 'money', exact: true },
  { to: '/accounts', name: 'accounts', icon: Landmark, group: 'money', permission: 'accounts.view' },
  { to: '/transfers', name: 'transfers', icon: ArrowLeftRight, group: 'money', permission: 'transfers.view' },
  { to: '/bulks', name: 'bulks', icon: Layers, group: 'money', permission: 'bulks.view', for: 'company' },
  {
    to: '/approvals',
    name: 'approvals',
    icon: Stamp,
    group: 'money',
    permission: 'proposals.view',
    for: 'company',
    badge: WaitingBadge,
  },
  { to: '/users', name: 'users', icon: ContactRound, group: 'control', permission: 'users.view', for: 'company' },
  { to: '/roles', name: 'roles', icon: UsersRound, group: 'control', permission: 'roles.view', for: 'company' },
  {
    to: '/authorisations',
    name: 'authorisations',
    icon: Scale,
    group: 'control',
    permission: 'authorisations.view',
    for: 'company',
  },
  { to: '/events', name: 'events', icon: RadioTower, group: 'control', permission: 'events.view', for: 'company' },
  { to: '/audit', name: 'audit', icon: ScrollText, group: 'control', permission: 'audit.view', for: 'company' },
  { to: '/profile', name: 'profile', icon: IdCard, group: 'own', permission: 'identity.view' },
  { to: '/charges', name: 'charges', icon: Receipt, group: 'own', permission: 'fees.view' },
  { to: '/security', name: 'security', icon: ShieldCheck, group: 'own' },
]

const groups = ['money', 'control', 'own'] as const

/** Whether somebody of this face can have the thing at all. */
export const isFor = ({ for: whom }: { for?: Face }, face: Face): boolean => whom === undefined || whom === face

/** The rooms that a person may enter. */
export const openRooms = (may: (permission: Permission) => boolean, face: Face): Room[] =>
  rooms.filter((room) => isFor(room, face) && (room.permission === undefined || may(room.permission)))

/** The same by their groups; a group without rooms has no heading to stand under. */
export const groupRooms = (list: readonly Room[]) =>
  groups
    .map((group) => ({ group, rooms: list.filter((room) => room.group === group) }))
    .filter((each) => each.rooms.length > 0)

const inBar = 5

/** What fits into the bar at the foot; where not all do, one place is for "More". */
export function splitRooms(list: readonly Room[]): { bar: Room[]; more: Room[] } {
  const cut = list.length <= inBar ? inBar : inBar - 1
  return { bar: list.slice(0, cut), more: list.slice(cut) }
}

/** The room that an address belongs to. */
export const roomOf = (pathname: string): Room | undefined =>
  rooms.find(({ to, exact }) => pathname === to || (!exact && pathname.startsWith(`${to}/`)))
