import type { Hono } from 'hono'
import * as z from 'zod'
import type { KyiReference } from '../domain/identities/kyi-reference'
import { findKyiReference } from '../domain/identities/kyi-reference'
import { checkView } from '../domain/secure/check-view'
import { type CheckMove, moveCheck } from '../domain/secure/move-check'
import type { Sandbox } from '../sandbox'
import { fromFrame, noStore } from './guard'

const Asked = z.object({
  reference: z.string().min(1).max(100),
  /** Which component shows it: each has its own kinds. */
  expected: z.enum(['company', 'consumer', 'director']),
})
const Submitted = Asked.extend({
  documents: z.array(z.string().min(1).max(255)).min(1).max(10),
  microEnterprise: z.boolean(),
})
const Decided = Asked.extend({
  outcome: z.enum(['APPROVED', 'REJECTED', 'DOCUMENTS_REQUESTED']),
  reasons: z.array(z.string().max(80)).max(5).default([]),
  comment: z.string().max(200).optional(),
})
const shownBy: Record<z.infer<typeof Asked>['expected'], readonly KyiReference['kind'][]> = {
  company: ['KYB'],
  consumer: ['KYC', 'USER_KYC'],
  director: ['DIRECTOR', 'USER_KYC'],
}

/**
 * What the screens of a check ask: where it stands, its submission, and the reviewer's word. Whoever has the reference may
 * go through the check, as with the vendor, whose directors have no sign-in of their own. What was handed in is not kept:
 * the screens are there to be walked through.
 */
export function verificationRoutes(app: Hono, sandbox: Sandbox): void {
  /** Moves a check, or only looks at it, and answers where it then stands. */
  function put<S extends typeof Asked>(path: string, schema: S, moveOf: (given: z.output<S>) => CheckMove | undefined) {
    app.post(`/verifications/${path}`, async (c) => {
      const given = await fromFrame(c, sandbox, schema)
      if (!given.ok) return given.response
      const { reference, expected } = given.value
      const outcome = await sandbox.run(async (ctx) => {
        const found = await findKyiReference(ctx, reference)
        if (!found) return 'REFERENCE_NOT_FOUND'
        if (!shownBy[expected].includes(found.kind)) return 'OTHER_CHECK'
        const move = moveOf(given.value)
        const moved = move && (await moveCheck(ctx, found, move))
        if (moved?.ok === false) return moved.refusal
        return (await checkView(ctx, found)) ?? 'REFERENCE_NOT_FOUND'
      })
      if (typeof outcome !== 'string') return c.json(outcome, 200, noStore)
      return c.json({ error: outcome }, outcome === 'REFERENCE_NOT_FOUND' ? 404 : 409, noStore)
    })
  }

  put('look', Asked, () => undefined)
  put('submit', Submitted, () => ({ outcome: 'PENDING_REVIEW' }))
  put('decide', Decided, ({ outcome, reasons, comment }) => ({ outcome, reasons, comment }))
}
