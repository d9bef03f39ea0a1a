import type { Hono } from 'hono'
import { cardPaymentEventsGet, cardPaymentGet, cardPaymentsGet } from '../../contract/card-payments'
import { listCardPaymentEvents } from '../domain/card-payments/list-events'
import { getCardPayment, listCardPayments } from '../domain/card-payments/list-payments'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function cardPaymentRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, cardPaymentsGet, (ctx, { query }) => listCardPayments(ctx, query))
  mount(app, sandbox, cardPaymentGet, (ctx, { params }) => getCardPayment(ctx, params.id))
  mount(app, sandbox, cardPaymentEventsGet, (ctx, { query }) => listCardPaymentEvents(ctx, query))
}
