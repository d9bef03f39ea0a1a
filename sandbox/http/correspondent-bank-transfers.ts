import type { Hono } from 'hono'
import {
  correspondentBankTransferCancel,
  correspondentBankTransferConfirm,
  correspondentBankTransferCreate,
  correspondentBankTransferGet,
  correspondentBankTransfersGet,
} from '../../contract/correspondent-bank-transfers'
import { createCorrespondent } from '../domain/correspondents/create-correspondent'
import { listCorrespondents } from '../domain/correspondents/list-correspondents'
import {
  cancelCorrespondent,
  confirmCorrespondent,
  getCorrespondent,
} from '../domain/correspondents/steer-correspondent'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function correspondentRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, correspondentBankTransferCreate, (ctx, { body }) => createCorrespondent(ctx, body))
  mount(app, sandbox, correspondentBankTransfersGet, (ctx, { query }) => listCorrespondents(ctx, query))
  mount(app, sandbox, correspondentBankTransferGet, (ctx, { params }) => getCorrespondent(ctx, params.id))
  mount(app, sandbox, correspondentBankTransferCancel, (ctx, { params, body }) =>
    cancelCorrespondent(ctx, params.id, body?.cancellationReason),
  )
  mount(app, sandbox, correspondentBankTransferConfirm, (ctx, { params }) => confirmCorrespondent(ctx, params.id))
}
