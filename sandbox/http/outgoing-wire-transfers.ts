import type { Hono } from 'hono'
import * as wires from '../../contract/outgoing-wire-transfers'
import { confirmOneByCode, confirmOneByPush } from '../domain/challenges/confirm-one'
import { cancelWire } from '../domain/wires/cancel-wire'
import { cancelWires } from '../domain/wires/cancel-wires'
import { verifyWire } from '../domain/wires/challenge-wire'
import { confirmWire } from '../domain/wires/confirm-wire'
import { createWire } from '../domain/wires/create-wire'
import { createWires } from '../domain/wires/create-wires'
import { getWire } from '../domain/wires/get-wire'
import { listWires } from '../domain/wires/list-wires'
import { printWire } from '../domain/wires/print-wire'
import { renamePayee } from '../domain/wires/rename-payee'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

const resource = 'outgoing_wire_transfers'

export function outgoingWireRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, wires.outgoingWireTransferCreateBulk, (ctx, { body }) =>
    createWires(ctx, body.outgoingWireTransfers),
  )
  mount(app, sandbox, wires.outgoingWireTransferCancel, (ctx, { body }) => cancelWires(ctx, body.cancellations))
  mount(app, sandbox, wires.outgoingWireTransferCreate, (ctx, { body }) => createWire(ctx, body))
  mount(app, sandbox, wires.outgoingWireTransfersGet, (ctx, { query }) => listWires(ctx, query))
  mount(app, sandbox, wires.outgoingWireTransferGet, (ctx, { params }) => getWire(ctx, params.id))
  mount(app, sandbox, wires.outgoingWireTransferUpdateBeneficiaryName, (ctx, { params, body }) =>
    renamePayee(ctx, params.id, body),
  )
  mount(app, sandbox, wires.outgoingWireTransferPaymentConfirmation, (ctx, { params }) => printWire(ctx, params.id))
  mount(app, sandbox, wires.outgoingWireTransferSingleCancel, (ctx, { params, body }) =>
    cancelWire(ctx, params.id, body?.cancellationReason),
  )
  mount(app, sandbox, wires.outgoingWireTransferConfirm, (ctx, { params }) => confirmWire(ctx, params.id))
  mount(app, sandbox, wires.outgoingWireTransferSCAChallenge, (ctx, { params }) =>
    confirmOneByCode(ctx, resource, params.id),
  )
  mount(app, sandbox, wires.outgoingWireTransferSCAVerify, (ctx, { params, body }) =>
    verifyWire(ctx, params.id, body.verificationCode),
  )
  mount(app, sandbox, wires.outgoingWireTransferSCAChallengePush, (ctx, { params }) =>
    confirmOneByPush(ctx, resource, params.id, params.channel),
  )
}
