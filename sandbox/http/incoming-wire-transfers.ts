import type { Hono } from 'hono'
import { incomingWireTransferGet, incomingWireTransfersGet } from '../../contract/incoming-wire-transfers'
import { getIncomingWire, listIncomingWires } from '../domain/incoming-wires/read-incoming-wires'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

// The third operation of the resource is inbound: this sandbox calls it, at the platform's address.
export function incomingWireRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, incomingWireTransfersGet, (ctx, { query }) => listIncomingWires(ctx, query))
  mount(app, sandbox, incomingWireTransferGet, (ctx, { params }) => getIncomingWire(ctx, params.id))
}
