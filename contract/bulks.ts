import * as z from 'zod'
import { rows, rowsOn } from './bulk-rows'
import { forbidden, Id, page, paging } from './common'
import { endpoint } from './endpoint'
import { SendOrder } from './sends'
import { TransferOrder } from './transfers'
import { UserOrder } from './users'
import { OutgoingWireTransferOrder } from './wire-transfers'

export const BulkProcessStatus = z.enum([
  'SUBMITTED',
  'RUNNING',
  'PARTIALLY_COMPLETED',
  'COMPLETED',
  'FAILED',
  'PAUSED',
  'CANCELLED',
])
export type BulkProcessStatus = z.infer<typeof BulkProcessStatus>

/** ON_FAILURE_STOP leaves the rest undone after the first failure; ON_FAILURE_CONTINUE goes on. */
export const BulkProcessMode = z.enum(['ON_FAILURE_STOP', 'ON_FAILURE_CONTINUE'])
export type BulkProcessMode = z.infer<typeof BulkProcessMode>

export const BulkOperationStatus = z.enum(['SUBMITTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'])
export type BulkOperationStatus = z.infer<typeof BulkOperationStatus>

export const BulkProcess = z.object({
  bulkId: z.string(),
  status: BulkProcessStatus,
  submittedItemsCount: z.int(),
  executionStart: z.int().optional(),
  executionFinish: z.int().optional(),
  /** Path of the single operation that each row runs, as in `/transfers`. */
  operation: z.string(),
  mode: BulkProcessMode.optional(),
})
export type BulkProcess = z.infer<typeof BulkProcess>

export const BulkProcessDetails = BulkProcess.extend({
  operationStatusCounts: z.array(z.object({ status: BulkOperationStatus, count: z.int() })),
})
export type BulkProcessDetails = z.infer<typeof BulkProcessDetails>

/** One row of a bulk: the single call that it stands for, and what that call answered. */
export const BulkProcessOperation = z.object({
  operationId: z.string(),
  /** Position in the submitted array. */
  sequence: z.int(),
  method: z.string(),
  path: z.string(),
  status: BulkOperationStatus,
  /** JSON text. */
  requestPayload: z.string().optional(),
  /** JSON text; absent until the row has run. */
  responsePayload: z.string().optional(),
})
export type BulkProcessOperation = z.infer<typeof BulkProcessOperation>

/** The answer to a submission; nothing runs before `bulkIdExecute`. */
export const BulkSubmitted = z.object({ bulkId: Id, operationCount: z.int(), path: z.string() })
export type BulkSubmitted = z.infer<typeof BulkSubmitted>

/** What a bulk may be refused for, from its submission to its end. */
const conflicts = [
  'VALIDATION_FAILED',
  'USER_VALIDATION_FAILED',
  'ALREADY_SUBMITTED',
  'DUPLICATE_OPERATION_TYPE',
  'NO_CONFIG_FOUND',
  'INVALID_STATE',
  'TOO_MANY_REQUESTS',
] as const

/**
 * What every submission has; the published document lists only the 201, so the codes are those of the resource. A bulk of
 * anything but payments needs the permission for the single call instead: many at once are not less.
 */
export const submission = {
  section: 'operations',
  auth: 'token',
  permission: 'bulks.submit',
  responses: { 201: BulkSubmitted },
  errors: { 403: forbidden, 409: conflicts },
} as const
const manage = { section: 'manage', auth: 'token' } as const
const params = z.object({ bulk_id: Id })

/** Submits many transfers as one process that can be watched, paused and cancelled. */
export const bulksTransferCreate = endpoint({
  ...submission,
  id: 'bulksTransferCreate',
  summary: 'Submit a bulk of transfers',
  method: 'POST',
  path: '/bulks/transfers',
  idempotent: true,
  body: rows(TransferOrder),
})

/** Submits many sends; those that need a confirmation end in PENDING_CHALLENGE and can be confirmed together. */
export const bulksSendCreate = endpoint({
  ...submission,
  id: 'bulksSendCreate',
  summary: 'Submit a bulk of sends',
  method: 'POST',
  path: '/bulks/sends',
  idempotent: true,
  body: rows(SendOrder),
})

/** Submits many wires; their payee checks and confirmations are the same as those of single ones. */
export const bulksOutgoingWireTransferCreate = endpoint({
  ...submission,
  id: 'bulksOutgoingWireTransferCreate',
  summary: 'Submit a bulk of wires',
  method: 'POST',
  path: '/bulks/outgoing_wire_transfers',
  idempotent: true,
  body: rows(OutgoingWireTransferOrder),
})

/** Submits many users as one process. */
export const bulksUserCreate = endpoint({
  ...submission,
  permission: 'users.manage',
  id: 'bulksUserCreate',
  summary: 'Submit a bulk of users',
  method: 'POST',
  path: '/bulks/users',
  idempotent: true,
  body: rows(UserOrder),
})

/** Submits the invitations of many users. */
export const bulksUserInviteSend = endpoint({
  ...submission,
  permission: 'users.manage',
  id: 'bulksUserInviteSend',
  summary: 'Submit a bulk of invitations',
  method: 'POST',
  path: '/bulks/users/_user_id_/invite',
  idempotent: true,
  body: rowsOn('_user_id_'),
})

/** Lists the identity's bulk processes, newest first. */
export const bulks = endpoint({
  ...manage,
  id: 'bulks',
  summary: 'List bulks',
  method: 'GET',
  path: '/bulks',
  permission: 'bulks.view',
  query: z.object({ ...paging, status: BulkProcessStatus.optional() }),
  responses: { 200: page('bulkProcesses', BulkProcess) },
  errors: { 403: forbidden, 409: conflicts },
})

export const bulkId = endpoint({
  ...manage,
  id: 'bulkId',
  summary: 'Read a bulk',
  method: 'GET',
  path: '/bulks/{bulk_id}',
  permission: 'bulks.view',
  params,
  responses: { 200: BulkProcessDetails },
  errors: { 403: forbidden },
})

/** The rows of a bulk in the order of submission. */
export const bulkIdOperations = endpoint({
  ...manage,
  id: 'bulkIdOperations',
  summary: 'List the rows of a bulk',
  method: 'GET',
  path: '/bulks/{bulk_id}/operations',
  permission: 'bulks.view',
  params,
  query: z.object({ ...paging, sequence: z.int().optional(), status: BulkOperationStatus.optional() }),
  responses: { 200: page('operations', BulkProcessOperation) },
  errors: { 403: forbidden },
})

/** Starts a submitted bulk and answers at once. */
export const bulkIdExecute = endpoint({
  ...manage,
  id: 'bulkIdExecute',
  summary: 'Execute a bulk',
  method: 'POST',
  path: '/bulks/{bulk_id}/execute',
  permission: 'bulks.run',
  params,
  body: z.object({
    mode: BulkProcessMode.optional(),
    /** Rows between two progress webhooks, never under a quarter of all; left out: only the last webhook. */
    webhookInterval: z.int().optional(),
  }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: conflicts },
})

/** Holds a running bulk after the row in hand. */
export const bulkIdPause = endpoint({
  ...manage,
  id: 'bulkIdPause',
  summary: 'Pause a bulk',
  method: 'POST',
  path: '/bulks/{bulk_id}/pause',
  permission: 'bulks.run',
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: conflicts },
})

export const bulkIdResume = endpoint({
  ...manage,
  id: 'bulkIdResume',
  summary: 'Resume a bulk',
  method: 'POST',
  path: '/bulks/{bulk_id}/resume',
  permission: 'bulks.run',
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: conflicts },
})

/** Ends a bulk for good; rows that have not run never will. */
export const bulkIdCancel = endpoint({
  ...manage,
  id: 'bulkIdCancel',
  summary: 'Cancel a bulk',
  method: 'POST',
  path: '/bulks/{bulk_id}/cancel',
  permission: 'bulks.run',
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: conflicts },
})
