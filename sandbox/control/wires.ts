import type { Hono } from 'hono'
import * as z from 'zod'
import { returnWire } from '../domain/wires/return-wire'
import type { Sandbox } from '../sandbox'
import { changeSetting } from '../settings'
import { write } from './write'

const Settlement = z.object({ settlement: z.enum(['automatic', 'simulator']) })
const Incoming = z.object({ ask: z.boolean(), undecided: z.enum(['APPROVED', 'DENIED']).default('APPROVED') })
const Return = z.object({ id: z.string().regex(/^[0-9]+$/), reason: z.string().min(1).max(140) })

/** Who settles wires that go out, whether the platform is asked about those that come in, and a wire that comes back. */
export function wireControl(app: Hono, sandbox: Sandbox): void {
  const { store, settings } = sandbox
  write(app, '/wire-settlement', Settlement, async ({ settlement }) => {
    await changeSetting(store, settings, 'wireSettlement', settlement)
    return { settlement }
  })
  write(app, '/incoming-wires', Incoming, async ({ ask, undecided }) => {
    await changeSetting(store, settings, 'askAboutIncomingWires', ask)
    await changeSetting(store, settings, 'undecidedIncomingWires', undecided)
    return { ask, undecided }
  })
  write(app, '/wire-return', Return, async ({ id, reason }) => {
    const returned = await sandbox.run((ctx) => returnWire(ctx, id, reason))
    return returned.ok ? { returned: id } : { refused: returned.refusal }
  })
}
