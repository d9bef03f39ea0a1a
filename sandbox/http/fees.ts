import type { Hono } from 'hono'
import { feesGet } from '../../contract/fees'
import { listFees } from '../domain/fees/list-fees'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function feeRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, feesGet, (ctx, { query }) => listFees(ctx, query))
}
