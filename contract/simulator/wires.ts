import * as z from 'zod'
import { Id } from '../common'
import { simulation } from '../simulation'

/** COMPLETED says that the call did what it is for, also where that was to reject the wire. */
export const WireSettlementCode = z.enum([
  'COMPLETED',
  'DENIED',
  'DENIED_WIRE_TRANSFER_NOT_FOUND',
  'DENIED_WIRE_TRANSFER_ALREADY_COMPLETED',
])
export type WireSettlementCode = z.infer<typeof WireSettlementCode>

const wire = {
  method: 'POST',
  params: z.object({ outgoing_wire_transfer_id: Id }),
  answer: z.object({ code: WireSettlementCode }),
} as const

/** The other bank pays a submitted wire out. */
export const simulateWireAccept = simulation({
  ...wire,
  id: 'wiretransfers_outgoing_outgoing_wire_transfer_id_accept',
  summary: 'Let an outgoing wire succeed',
  path: '/wiretransfers/outgoing/{outgoing_wire_transfer_id}/accept',
})

/** The other bank does not take a submitted wire. */
export const simulateWireReject = simulation({
  ...wire,
  id: 'wiretransfers_outgoing_outgoing_wire_transfer_id_reject',
  summary: 'Let an outgoing wire fail',
  path: '/wiretransfers/outgoing/{outgoing_wire_transfer_id}/reject',
})
