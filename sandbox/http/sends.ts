import type { Hono } from 'hono'
import * as contract from '../../contract/sends'
import { confirmOneByCode, confirmOneByPush, verifyOne } from '../domain/challenges/confirm-one'
import { cancelSend, cancelSends } from '../domain/sends/cancel-sends'
import { createSend } from '../domain/sends/create-send'
import { createSends } from '../domain/sends/create-sends'
import { getSend } from '../domain/sends/get-send'
import { listSends } from '../domain/sends/list-sends'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function sendRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, contract.sendCreate, (ctx, { body }) => createSend(ctx, body))
  mount(app, sandbox, contract.sendsGet, (ctx, { query }) => listSends(ctx, query))
  mount(app, sandbox, contract.sendCreateBulk, (ctx, { body }) => createSends(ctx, body.sends))
  mount(app, sandbox, contract.sendCancel, (ctx, { body }) => cancelSends(ctx, body.cancellations))
  mount(app, sandbox, contract.sendGet, (ctx, { params }) => getSend(ctx, params.id))
  mount(app, sandbox, contract.sendSingleCancel, (ctx, { params, body }) =>
    cancelSend(ctx, params.id, body?.cancellationReason),
  )
  mount(app, sandbox, contract.sendSCAChallenge, (ctx, { params }) => confirmOneByCode(ctx, 'sends', params.id))
  mount(app, sandbox, contract.sendSCAVerify, (ctx, { params, body }) =>
    verifyOne(ctx, 'sends', params.id, body.verificationCode),
  )
  mount(app, sandbox, contract.sendSCAChallengePush, (ctx, { params }) =>
    confirmOneByPush(ctx, 'sends', params.id, params.channel),
  )
}
