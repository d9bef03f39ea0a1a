import { Hono } from 'hono'
import * as z from 'zod'
import { CurrencyAmount } from '../../contract/common'
import { inTransaction } from '../../storage/transaction'
import { type DepositCode, simulateDeposit } from '../domain/deposits/simulate-deposit'
import { readBody, SMALL_BODY_BYTES } from '../http/validate'
import { sameSecret } from '../keys'
import type { Sandbox } from '../sandbox'

const iban = z
  .string()
  .max(50)
  .regex(/^[a-zA-Z0-9_-]+$/)

/** What the vendor's simulator takes; where the money comes from is told in one of several ways, or not at all. */
const DepositRequest = z.object({
  depositAmount: CurrencyAmount,
  senderName: z.string().optional(),
  reference: z.string().optional(),
  receiverName: z.string().optional(),
  txId: z.int().optional(),
  senderIban: iban.optional(),
  sepa: z.object({ iban: z.string(), bankIdentifierCode: z.string().optional() }).optional(),
  fasterPayments: z
    .object({ accountNumber: z.string().regex(/^[0-9]{8}$/), sortCode: z.string().regex(/^[0-9]{6}$/) })
    .optional(),
  accountDescriptor: z.record(z.string(), z.unknown()).optional(),
  paymentNetwork: z.enum(['SEPA', 'FASTER_PAYMENTS', 'SWIFT', 'BACS', 'CHAPS', 'RIX']).optional(),
})

/** Weavr's simulator, paths relative to `/simulate/api`. It answers a refusal with 200 and a DENIED_ code. */
export function simulatorApp(sandbox: Sandbox): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const key = c.req.header('programme-key')
    if (!key || !sameSecret(key, sandbox.apiKey)) return c.json({ message: 'programme-key is missing or wrong' }, 401)
    await next()
  })
  app.post('/accounts/:id/deposit', async (c) => {
    const body = await readBody(c.req.raw, SMALL_BODY_BYTES)
    const request = DepositRequest.safeParse(body.ok ? body.value : undefined)
    if (!request.success) return c.json(invalid(request.error), 400)
    const { depositAmount, senderName, reference, senderIban, sepa, fasterPayments } = request.data
    const code: DepositCode = await inTransaction(sandbox.store, (tx) =>
      simulateDeposit(sandbox.ctx(tx), {
        accountId: c.req.param('id'),
        ...depositAmount,
        senderName: senderName ?? 'Sandbox sender',
        senderIban: senderIban ?? sepa?.iban ?? fasterPayments?.accountNumber ?? '',
        reference: reference ?? '',
      }),
    )
    return c.json({ code })
  })
  app.notFound((c) => c.json({ message: 'There is no such operation.' }, 404))
  app.onError((error, c) => {
    sandbox.log.error({ path: c.req.path, error: error.stack ?? String(error) }, 'a simulator call failed')
    return c.json({ message: 'The simulator failed.' }, 500)
  })
  return app
}

/** The simulator's own form of a bad request, which is not the Multi API's. */
function invalid(error: z.ZodError) {
  const fields = error.issues.map((issue) => ({
    name: issue.path.join('.'),
    errors: [{ type: issue.code.toUpperCase(), params: [] }],
  }))
  return { message: error.issues[0]?.message ?? 'invalid', validation: { invalid: true, fields } }
}
