import type { LinkProps } from '@tanstack/react-router'
import {
  ArrowLeftRight,
  ContactRound,
  Gauge,
  Landmark,
  Layers,
  type LucideIcon,
  RadioTower,
  Scale,
  ScrollText,
  Stamp,
  UsersRound,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Permission } from '#contract/permissions'
import { WaitingBadge } from '@/features/proposals/components/waiting-badge'
import { t } from './text'

export type Room = {
  to: NonNullable<LinkProps['to']>
  label: string
  icon: LucideIcon
  group: 'money' | 'control'
  /** Without it the room is not shown, and neither is a page below its address. */
  permission?: Permission
  exact?: boolean
  /** A figure beside the label, as how much waits for this person. */
  badge?: ComponentType
}

/** Every room of the console. On a phone the first ones are in the bar at the foot, the others behind "More". */
export const rooms: readonly Room[] = [
  { to: '/', label: t('overview'), icon: Gauge, group: 'money', exact: true },
  { to: '/accounts', label: t('accounts'), icon: Landmark, group: 'money', permission: 'accounts.view' },
  { to: '/transfers', label: t('transfers'), icon: ArrowLeftRight, group: 'money', permission: 'transfers.view' },
  { to: '/bulks', label: t('bulks'), icon: Layers, group: 'money', permission: 'bulks.view' },
  {
    to: '/approvals',
    label: t('approvals'),
    icon: Stamp,
    group: 'money',
    permission: 'proposals.view',
    badge: WaitingBadge,
  },
  { to: '/users', label: t('people'), icon: ContactRound, group: 'control', permission: 'users.view' },
  { to: '/roles', label: t('roles'), icon: UsersRound, group: 'control', permission: 'roles.view' },
  {
    to: '/authorisations',
    label: t('authorisations'),
    icon: Scale,
    group: 'control',
    permission: 'authorisations.view',
  },
  { to: '/events', label: t('events'), icon: RadioTower, group: 'control', permission: 'events.view' },
  { to: '/audit', label: t('audit'), icon: ScrollText, group: 'control', permission: 'audit.view' },
]

const groups = ['money', 'control'] as const

/** The rooms that a person may enter. */
export const openRooms = (may: (permission: Permission) => boolean): Room[] =>
  rooms.filter(({ permission }) => permission === undefined || may(permission))

/** The same by their groups; a group without rooms has no heading to stand under. */
export const groupRooms = (list: readonly Room[]) =>
  groups
    .map((group) => ({ group, label: t(`group.${group}`), rooms: list.filter((room) => room.group === group) }))
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
