import type { Hono } from 'hono'
import * as z from 'zod'
import { InstrumentId } from '../../contract/common'
import { correctBalance } from '../domain/corrections/correct-balance'
import type { Sandbox } from '../sandbox'
import { write } from './write'

const Correction = z.object({
  instrument: InstrumentId,
  amount: z.int().refine((amount) => amount !== 0, 'must not be zero'),
  note: z.string().min(1).max(255),
})

/** What the bank's own people may do to a balance. */
export function correctionControl(app: Hono, sandbox: Sandbox): void {
  write(app, '/balance-corrections', Correction, async (correction) => {
    const corrected = await sandbox.run((ctx) => correctBalance(ctx, correction))
    return corrected.ok ? { transactionId: corrected.value.id } : { refused: corrected.refusal }
  })
}
