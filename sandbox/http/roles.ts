import type { Hono } from 'hono'
import { rolesGet } from '../../contract/roles'
import { listRoles } from '../domain/users/list-roles'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function roleRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, rolesGet, listRoles)
}
