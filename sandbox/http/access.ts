import type { Hono } from 'hono'
import * as access from '../../contract/access'
import { listIdentities } from '../domain/access/list-identities'
import { loginViaBiometrics } from '../domain/access/login-via-biometrics'
import { loginWithPassword } from '../domain/access/login-with-password'
import { requestAccessToken } from '../domain/access/request-access-token'
import { revokeToken } from '../domain/access/tokens'
import { done } from '../domain/context'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function accessRoutes(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox
  mount(app, sandbox, access.loginWithPassword, (ctx, { body }) => loginWithPassword(ctx, keys, body))
  mount(app, sandbox, access.loginViaBiometrics, (ctx, { body }) => loginViaBiometrics(ctx, body))
  mount(app, sandbox, access.userIdentities, (ctx, { query }) => listIdentities(ctx, query))
  mount(app, sandbox, access.requestAccessToken, (ctx, { body }) => requestAccessToken(ctx, keys, body))
  mount(app, sandbox, access.logout, async (ctx) => {
    await revokeToken(ctx, ctx.actor.tokenId)
    return done(undefined)
  })
}
