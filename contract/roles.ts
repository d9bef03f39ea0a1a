import * as z from 'zod'
import { forbidden, Id } from './common'
import { endpoint } from './endpoint'

/** A set of rights that users may be given. */
export const RbacRole = z.object({
  id: Id.optional(),
  name: z.string().optional(),
  description: z.string().optional(),
})
export type RbacRole = z.infer<typeof RbacRole>

/** The roles that there are. */
export const rolesGet = endpoint({
  section: 'roles',
  id: 'rolesGet',
  summary: 'List roles',
  method: 'GET',
  path: '/roles',
  auth: 'token',
  permission: 'users.view',
  since: 'v3',
  responses: { 200: z.array(RbacRole) },
  errors: { 403: forbidden },
})
