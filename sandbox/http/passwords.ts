import type { Hono } from 'hono'
import * as passwords from '../../contract/passwords'
import { createPassword } from '../domain/passwords/create-password'
import { resumeLostPassword, startLostPassword } from '../domain/passwords/lost-password'
import { updatePassword } from '../domain/passwords/update-password'
import { validatePassword } from '../domain/passwords/validate-password'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function passwordRoutes(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox
  mount(app, sandbox, passwords.passwordCreate, (ctx, { params, body }) =>
    createPassword(ctx, keys, { userId: params.user_id, token: body.password.value }),
  )
  mount(app, sandbox, passwords.passwordUpdate, (ctx, { body }) => updatePassword(ctx, keys, body))
  mount(app, sandbox, passwords.passwordValidate, (ctx, { body }) => validatePassword(ctx, keys, body.password.value))
  mount(app, sandbox, passwords.lostPasswordInitiate, (ctx, { body }) => startLostPassword(ctx, body.email))
  mount(app, sandbox, passwords.lostPasswordResume, (ctx, { body }) => resumeLostPassword(ctx, keys, body))
}
