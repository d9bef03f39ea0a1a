import type { Hono } from 'hono'
import * as invites from '../../contract/user-invites'
import * as users from '../../contract/users'
import { createUser } from '../domain/users/create-user'
import { consumeInvite, sendInvite, validateInvite } from '../domain/users/invites'
import { listUsers, readUser } from '../domain/users/read-users'
import { activateUser, deactivateUser } from '../domain/users/switch-user'
import { updateUser } from '../domain/users/update-user'
import { sendUserEmailCode, verifyUserEmail } from '../domain/users/user-email'
import { startUserKyc } from '../domain/users/user-kyc'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function userRoutes(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox
  mount(app, sandbox, users.userCreate, (ctx, { body }) => createUser(ctx, body))
  mount(app, sandbox, users.usersGet, (ctx, { query }) => listUsers(ctx, query))
  mount(app, sandbox, users.userKyc, startUserKyc)
  mount(app, sandbox, users.userGetById, (ctx, { params }) => readUser(ctx, params.user_id))
  mount(app, sandbox, users.userUpdate, (ctx, { params, body }) => updateUser(ctx, params.user_id, body))
  mount(app, sandbox, users.userActivate, (ctx, { params }) => activateUser(ctx, params.user_id))
  mount(app, sandbox, users.userDeactivate, (ctx, { params }) => deactivateUser(ctx, params.user_id))
  mount(app, sandbox, invites.userInviteSend, (ctx, { params }) => sendInvite(ctx, params.user_id))
  mount(app, sandbox, invites.userInviteValidate, (ctx, { params, body }) =>
    validateInvite(ctx, params.user_id, body.inviteCode),
  )
  mount(app, sandbox, invites.userInviteConsume, (ctx, { params, body }) =>
    consumeInvite(ctx, keys, params.user_id, body),
  )
  mount(app, sandbox, invites.authorisedUserEmailVerificationCodeSend, (ctx, { body }) =>
    sendUserEmailCode(ctx, body.email),
  )
  mount(app, sandbox, invites.authorisedUserEmailVerify, (ctx, { body }) =>
    verifyUserEmail(ctx, body.email, body.verificationCode),
  )
}
