import type { Hono } from 'hono'
import {
  managedAccountStatementDeprecated,
  managedAccountTransactionGet,
  managedAccountTransactionsGet,
  managedCardStatementDeprecated,
  managedCardTransactionGet,
  managedCardTransactionsGet,
  transactionsGet,
} from '../../contract/instrument-transactions'
import { readOldCardStatement, readOldStatement } from '../domain/statements/read-statement'
import {
  getAccountTransaction,
  getCardTransaction,
  listAccountTransactions,
  listCardTransactions,
  listTransactions,
} from '../domain/transactions/list-transactions'
import type { Sandbox } from '../sandbox'
import { csvStatement } from './csv-statement'
import { mount } from './mount'

export function transactionRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, managedAccountTransactionsGet, (ctx, { params, query }) =>
    listAccountTransactions(ctx, params.id, query),
  )
  mount(app, sandbox, managedAccountTransactionGet, (ctx, { params }) => getAccountTransaction(ctx, params))
  mount(app, sandbox, managedCardTransactionsGet, (ctx, { params, query }) =>
    listCardTransactions(ctx, params.id, query),
  )
  mount(app, sandbox, managedCardTransactionGet, (ctx, { params }) => getCardTransaction(ctx, params))
  mount(app, sandbox, transactionsGet, (ctx, { query }) => listTransactions(ctx, query))
  csvStatement(app, '/deprecated/managed_accounts/:id/statement')
  mount(app, sandbox, managedAccountStatementDeprecated, (ctx, { params, query }) =>
    readOldStatement(ctx, params.id, query),
  )
  csvStatement(app, '/deprecated/managed_cards/:id/statement')
  mount(app, sandbox, managedCardStatementDeprecated, (ctx, { params, query }) =>
    readOldCardStatement(ctx, params.id, query),
  )
}
