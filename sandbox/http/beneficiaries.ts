import type { Hono } from 'hono'
import {
  beneficiariesGet,
  beneficiaryBatchCreate,
  beneficiaryBatchesGet,
  beneficiaryBatchGet,
  beneficiaryBatchRemove,
  beneficiaryBatchSCAChallenge,
  beneficiaryBatchSCAChallengePush,
  beneficiaryBatchSCAVerify,
  beneficiaryGet,
} from '../../contract/beneficiaries'
import { challengeBatch, challengeBatchByPush, verifyBatch } from '../domain/beneficiaries/confirm-batch'
import { createBeneficiaries, removeBeneficiaries } from '../domain/beneficiaries/order-batch'
import { getBatch, listBatches } from '../domain/beneficiaries/read-batches'
import { getBeneficiary, listBeneficiaries } from '../domain/beneficiaries/read-beneficiaries'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function beneficiaryRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, beneficiaryBatchCreate, (ctx, { body }) => createBeneficiaries(ctx, body))
  mount(app, sandbox, beneficiariesGet, (ctx, { query }) => listBeneficiaries(ctx, query))
  mount(app, sandbox, beneficiaryBatchRemove, (ctx, { body }) => removeBeneficiaries(ctx, body.beneficiaryIds))
  // Before the single one, whose path would take `batch` for an id.
  mount(app, sandbox, beneficiaryBatchesGet, (ctx, { query }) => listBatches(ctx, query))
  mount(app, sandbox, beneficiaryGet, (ctx, { params }) => getBeneficiary(ctx, params.id))
  mount(app, sandbox, beneficiaryBatchGet, (ctx, { params }) => getBatch(ctx, params.id))
  mount(app, sandbox, beneficiaryBatchSCAChallenge, (ctx, { params }) => challengeBatch(ctx, params.id))
  mount(app, sandbox, beneficiaryBatchSCAVerify, (ctx, { params, body }) =>
    verifyBatch(ctx, params.id, body.verificationCode),
  )
  mount(app, sandbox, beneficiaryBatchSCAChallengePush, (ctx, { params }) =>
    challengeBatchByPush(ctx, params.id, params.channel),
  )
}
