import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import type { Permission } from '#contract/permissions'
import type { AccessView } from '#contract/session'
import { FaceContext } from '@/lib/faces'
import { permissionWords } from '@/lib/permission-words'
import { catalogue, type Face } from '@/lib/text'
import { sessionQueries } from './queries/session'

const t = catalogue('access-reason', {
  lacking: 'Your role, {role}, may not {deed}. Whoever manages roles here ({owner} or {admin}) can change that.',
  lackingHere: 'With this sign-in you may not {deed}. Whoever opened the account can.',
  owner: 'Owner',
  admin: 'Admin',
  unknown: 'What you may do here is not known yet.',
})

export type MyAccess = {
  /** Role, permissions, instruments and limits of the person; undefined while nobody is signed in. */
  access: AccessView | undefined
  may: (permission: Permission | 'public') => boolean
  /** Why something is off and who can change it; undefined where it is not. */
  whyNot: (permission: Permission | 'public') => string | undefined
}

/**
 * What the person may do. The gateway decides; this lets the page say so beforehand. Take the permission from the
 * operation that a control calls (`managedAccountCreate.permission`), so that there is one source.
 */
export function readAccess(access: AccessView | undefined, face: Face = 'company'): MyAccess {
  const held: ReadonlySet<string> = new Set(access?.permissions)
  const may = (permission: Permission | 'public') => permission === 'public' || held.has(permission)
  const whyNot = (permission: Permission | 'public') => {
    if (permission === 'public' || held.has(permission)) return undefined
    if (!access) return t('unknown')
    if (face === 'person') return t('lackingHere', { deed: permissionWords(permission) })
    return t('lacking', {
      role: access.role.name,
      deed: permissionWords(permission),
      owner: t('owner'),
      admin: t('admin'),
    })
  }
  return { access, may, whyNot }
}

/** The same for the person who is signed in; changes at once when somebody changes their role. */
export function useAccess(): MyAccess {
  const { data } = useQuery(sessionQueries.current())
  return readAccess(data?.access, useContext(FaceContext))
}
