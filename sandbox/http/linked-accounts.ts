import type { Hono } from 'hono'
import {
  linkedAccountBlock,
  linkedAccountCreate,
  linkedAccountGet,
  linkedAccountRemove,
  linkedAccountsGet,
  linkedAccountUnblock,
  linkedAccountUpdate,
  linkedAccountVerificationsGet,
} from '../../contract/linked-accounts'
import {
  blockLinkedAccount,
  removeLinkedAccount,
  unblockLinkedAccount,
  updateLinkedAccount,
} from '../domain/linked-accounts/change-linked-account'
import { createLinkedAccount } from '../domain/linked-accounts/create-linked-account'
import { getLinkedAccount, listLinkedAccounts, listVerifications } from '../domain/linked-accounts/read-linked-accounts'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function linkedAccountRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, linkedAccountCreate, (ctx, { body }) => createLinkedAccount(ctx, body))
  mount(app, sandbox, linkedAccountsGet, (ctx, { query }) => listLinkedAccounts(ctx, query))
  mount(app, sandbox, linkedAccountGet, (ctx, { params }) => getLinkedAccount(ctx, params.id))
  mount(app, sandbox, linkedAccountUpdate, (ctx, { params, body }) => updateLinkedAccount(ctx, params.id, body))
  mount(app, sandbox, linkedAccountRemove, (ctx, { params }) => removeLinkedAccount(ctx, params.id))
  mount(app, sandbox, linkedAccountBlock, (ctx, { params }) => blockLinkedAccount(ctx, params.id))
  mount(app, sandbox, linkedAccountUnblock, (ctx, { params }) => unblockLinkedAccount(ctx, params.id))
  mount(app, sandbox, linkedAccountVerificationsGet, (ctx, { params, query }) =>
    listVerifications(ctx, params.id, query),
  )
}
