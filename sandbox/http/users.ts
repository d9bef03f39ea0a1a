import type { Hono } from 'hono'
import { userGetById, usersGet } from '../../contract/users'
import { listUsers, readUser } from '../domain/users/read-users'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function userRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, usersGet, (ctx, { query }) => listUsers(ctx, query))
  mount(app, sandbox, userGetById, (ctx, { params }) => readUser(ctx, params.user_id))
}
