import type { Hono } from 'hono'
import {
  bulkId,
  bulkIdCancel,
  bulkIdExecute,
  bulkIdOperations,
  bulkIdPause,
  bulkIdResume,
  bulks,
  bulksOutgoingWireTransferCreate,
  bulksSendCreate,
  bulksTransferCreate,
  bulksUserCreate,
  bulksUserInviteSend,
} from '../../contract/bulks'
import {
  bulksManagedCardBlock,
  bulksManagedCardRemove,
  bulksManagedCardSpendRulesUpdate,
  bulksManagedCardUnblock,
} from '../../contract/card-bulks'
import { getBulk, listBulkOperations, listBulks } from '../domain/bulks/read-bulks'
import { cancelBulk, executeBulk, pauseBulk, resumeBulk } from '../domain/bulks/steer-bulk'
import { submitBulk } from '../domain/bulks/submit-bulk'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function bulkRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, bulksTransferCreate, (ctx, { body }) => submitBulk(ctx, '/transfers', body))
  mount(app, sandbox, bulksSendCreate, (ctx, { body }) => submitBulk(ctx, '/sends', body))
  mount(app, sandbox, bulksOutgoingWireTransferCreate, (ctx, { body }) =>
    submitBulk(ctx, '/outgoing_wire_transfers', body),
  )
  mount(app, sandbox, bulksUserCreate, (ctx, { body }) => submitBulk(ctx, '/users', body))
  mount(app, sandbox, bulksUserInviteSend, (ctx, { body }) => submitBulk(ctx, '/users/_user_id_/invite', body))
  mount(app, sandbox, bulksManagedCardBlock, (ctx, { body }) => submitBulk(ctx, '/managed_cards/_id_/block', body))
  mount(app, sandbox, bulksManagedCardUnblock, (ctx, { body }) => submitBulk(ctx, '/managed_cards/_id_/unblock', body))
  mount(app, sandbox, bulksManagedCardRemove, (ctx, { body }) => submitBulk(ctx, '/managed_cards/_id_/remove', body))
  mount(app, sandbox, bulksManagedCardSpendRulesUpdate, (ctx, { body }) =>
    submitBulk(ctx, '/managed_cards/_id_/spend_rules', body),
  )
  mount(app, sandbox, bulks, (ctx, { query }) => listBulks(ctx, query))
  mount(app, sandbox, bulkId, (ctx, { params }) => getBulk(ctx, params.bulk_id))
  mount(app, sandbox, bulkIdOperations, listBulkOperations)
  mount(app, sandbox, bulkIdExecute, (ctx, { params, body }) => executeBulk(ctx, params.bulk_id, body))
  mount(app, sandbox, bulkIdPause, (ctx, { params }) => pauseBulk(ctx, params.bulk_id))
  mount(app, sandbox, bulkIdResume, (ctx, { params }) => resumeBulk(ctx, params.bulk_id))
  mount(app, sandbox, bulkIdCancel, (ctx, { params }) => cancelBulk(ctx, params.bulk_id))
}
