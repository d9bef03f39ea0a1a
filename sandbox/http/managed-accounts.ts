import type { Hono } from 'hono'
import {
  managedAccountBlock,
  managedAccountCreate,
  managedAccountGet,
  managedAccountIBANGet,
  managedAccountRemove,
  managedAccountStatement,
  managedAccountsGet,
  managedAccountsIBANUpgrade,
  managedAccountUnblock,
  managedAccountUpdate,
} from '../../contract/managed-accounts'
import { blockAccount } from '../domain/accounts/block-account'
import { createAccount } from '../domain/accounts/create-account'
import { getAccount } from '../domain/accounts/get-account'
import { getIban, requestIban } from '../domain/accounts/iban'
import { listAccounts } from '../domain/accounts/list-accounts'
import { removeAccount } from '../domain/accounts/remove-account'
import { unblockAccount } from '../domain/accounts/unblock-account'
import { updateAccount } from '../domain/accounts/update-account'
import { readStatement } from '../domain/statements/read-statement'
import type { Sandbox } from '../sandbox'
import { csvStatement } from './csv-statement'
import { mount } from './mount'

export function accountRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, managedAccountsGet, (ctx, { query }) => listAccounts(ctx, query))
  mount(app, sandbox, managedAccountCreate, (ctx, { body }) => createAccount(ctx, body))
  mount(app, sandbox, managedAccountGet, (ctx, { params }) => getAccount(ctx, params.id))
  mount(app, sandbox, managedAccountUpdate, (ctx, { params, body }) => updateAccount(ctx, params.id, body))
  mount(app, sandbox, managedAccountsIBANUpgrade, (ctx, { params }) => requestIban(ctx, params.id))
  mount(app, sandbox, managedAccountIBANGet, (ctx, { params }) => getIban(ctx, params.id))
  mount(app, sandbox, managedAccountBlock, (ctx, { params }) => blockAccount(ctx, params.id))
  mount(app, sandbox, managedAccountUnblock, (ctx, { params }) => unblockAccount(ctx, params.id))
  csvStatement(app, '/managed_accounts/:id/statement')
  mount(app, sandbox, managedAccountStatement, readStatement)
  mount(app, sandbox, managedAccountRemove, (ctx, { params }) => removeAccount(ctx, params.id))
}
