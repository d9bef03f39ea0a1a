import type { Hono } from 'hono'
import * as z from 'zod'
import type { Ctx } from '../domain/context'
import type { Checks, CheckView } from '../domain/secure/checks'
import { checks as own } from '../domain/secure/checks'
import type { Sandbox } from '../sandbox'
import { fromFrame, noStore } from './guard'

const Asked = z.object({
  reference: z.string().min(1).max(100),
  /** Which component shows it: each has its own kinds. */
  expected: z.enum(['company', 'consumer', 'director']),
})
const Submitted = Asked.extend({
  documents: z.array(z.string().min(1).max(255)).max(10),
  microEnterprise: z.boolean(),
})
const Decided = Asked.extend({
  outcome: z.enum(['APPROVED', 'REJECTED', 'DOCUMENTS']),
  reasons: z
    .array(z.string().regex(/^[A-Z_]{1,80}$/))
    .max(5)
    .default([]),
  comment: z.string().max(200).optional(),
})
const shownBy: Record<z.infer<typeof Asked>['expected'], readonly CheckView['kind'][]> = {
  company: ['KYB'],
  consumer: ['KYC', 'USER_KYC'],
  director: ['DIRECTOR', 'USER_KYC'],
}

/**
 * What the screens of a check ask: where it stands, its submission, and the reviewer's word. Whoever has the reference may
 * go through the check, as with the vendor, whose directors have no sign-in of their own.
 */
export function verificationRoutes(app: Hono, sandbox: Sandbox, checks: Checks = own): void {
  /** Does something about a check, and answers where it then stands. */
  function put<S extends typeof Asked>(
    path: string,
    schema: S,
    act: (ctx: Ctx, given: z.output<S>, before: CheckView) => Promise<CheckView | undefined>,
  ): void {
    app.post(`/verifications/${path}`, async (c) => {
      const given = await fromFrame(c, sandbox, schema)
      if (!given.ok) return given.response
      const { reference, expected } = given.value
      const outcome = await sandbox.run(async (ctx) => {
        const before = await checks.look(ctx, reference)
        if (!before) return 'REFERENCE_NOT_FOUND'
        if (!shownBy[expected].includes(before.kind)) return 'OTHER_CHECK'
        return (await act(ctx, given.value, before)) ?? 'STATE_INVALID'
      })
      if (typeof outcome !== 'string') return c.json(outcome, 200, noStore)
      return c.json({ error: outcome }, outcome === 'REFERENCE_NOT_FOUND' ? 404 : 409, noStore)
    })
  }

  put('look', Asked, async (_, __, before) => before)
  put('submit', Submitted, (ctx, { reference }) => checks.submit(ctx, reference))
  put('decide', Decided, (ctx, { reference, outcome, reasons, comment }) =>
    checks.decide(ctx, reference, { outcome, reasons, comment }),
  )
}
