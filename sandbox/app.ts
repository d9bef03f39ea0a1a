import { Hono } from 'hono'
import { accessRoutes } from './http/access'
import { beneficiaryRoutes } from './http/beneficiaries'
import { bulkRoutes } from './http/bulks'
import { cardPaymentRoutes } from './http/card-payments'
import { confirmationRoutes } from './http/confirmation-challenges'
import { consumerRoutes } from './http/consumers'
import { corporateRoutes } from './http/corporates'
import { correspondentRoutes } from './http/correspondent-bank-transfers'
import { factorRoutes } from './http/factors'
import { feeRoutes } from './http/fees'
import { incomingWireRoutes } from './http/incoming-wire-transfers'
import { transactionRoutes } from './http/instrument-transactions'
import { linkedAccountRoutes } from './http/linked-accounts'
import { accountRoutes } from './http/managed-accounts'
import { cardRoutes } from './http/managed-cards'
import { physicalCardRoutes } from './http/managed-cards-physical'
import { outgoingWireRoutes } from './http/outgoing-wire-transfers'
import { passwordRoutes } from './http/passwords'
import { failed, givenUp, noSuchPath } from './http/respond'
import { roleRoutes } from './http/roles'
import { sendRoutes } from './http/sends'
import { spendRuleRoutes } from './http/spend-rules'
import { stepUpRoutes } from './http/step-up'
import { transferRoutes } from './http/transfers'
import { userRoutes } from './http/users'
import type { Sandbox } from './sandbox'

/** Every resource of the API, in the order of its index. */
const resources = [
  accessRoutes,
  passwordRoutes,
  factorRoutes,
  stepUpRoutes,
  confirmationRoutes,
  corporateRoutes,
  consumerRoutes,
  userRoutes,
  roleRoutes,
  beneficiaryRoutes,
  accountRoutes,
  cardRoutes,
  physicalCardRoutes,
  spendRuleRoutes,
  cardPaymentRoutes,
  transactionRoutes,
  linkedAccountRoutes,
  transferRoutes,
  sendRoutes,
  outgoingWireRoutes,
  incomingWireRoutes,
  correspondentRoutes,
  feeRoutes,
  bulkRoutes,
]

/** The Multi API, paths relative to `/multi`. */
export function multiApp(sandbox: Sandbox): Hono {
  const app = new Hono()
  traced(app, sandbox)
  for (const resource of resources) resource(app, sandbox)
  return app
}

/** Gives every answer its `request-ref` and writes one line about it; what fails inside is a 500 without words. */
export function traced(app: Hono, { clock, log, newId }: Sandbox): void {
  app.use(async (c, next) => {
    const requestRef = newId()
    const startedAt = performance.now()
    await next()
    c.res.headers.set('request-ref', requestRef)
    const { method, path } = c.req
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    log.info({ requestRef, at: clock.now(), method, path, status: c.res.status, ms }, 'request')
  })
  app.onError((error, c) => {
    // Whoever asked has gone: nobody's failure, and nobody hears the answer.
    if (c.req.raw.signal.aborted) return givenUp()
    log.error({ method: c.req.method, path: c.req.path, error: error.stack ?? String(error) }, 'a request failed')
    return failed()
  })
  app.notFound(noSuchPath)
}
