import type { Hono } from 'hono'
import { simulateWireAccept, simulateWireReject } from '../../contract/simulator/wires'
import { done } from '../domain/context'
import { simulateSettlement } from '../domain/wires/simulate-settlement'
import type { Sandbox } from '../sandbox'
import { simulate } from './simulate'

export function wireSimulator(app: Hono, sandbox: Sandbox): void {
  simulate(app, sandbox, simulateWireAccept, async (ctx, { params }) =>
    done({ code: await simulateSettlement(ctx, params.outgoing_wire_transfer_id, 'accept') }),
  )
  simulate(app, sandbox, simulateWireReject, async (ctx, { params }) =>
    done({ code: await simulateSettlement(ctx, params.outgoing_wire_transfer_id, 'reject') }),
  )
}
