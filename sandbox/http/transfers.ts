import type { Hono } from 'hono'
import { transferCancel, transferCreate, transferGet, transfersGet } from '../../contract/transfers'
import { cancelTransfers } from '../domain/transfers/cancel-transfers'
import { createTransfer } from '../domain/transfers/create-transfer'
import { getTransfer } from '../domain/transfers/get-transfer'
import { listTransfers } from '../domain/transfers/list-transfers'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function transferRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, transferCreate, (ctx, { body }) => createTransfer(ctx, body))
  mount(app, sandbox, transfersGet, (ctx, { query }) => listTransfers(ctx, query))
  mount(app, sandbox, transferCancel, (ctx, { body }) => cancelTransfers(ctx, body.cancellations))
  mount(app, sandbox, transferGet, (ctx, { params }) => getTransfer(ctx, params.id))
}
