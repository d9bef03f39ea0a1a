import type { Hono } from 'hono'
import { simulateCardAboutToExpire, simulateCardExpiry, simulateCardRenewal } from '../../contract/simulator/cards'
import { simulateExpiry, simulateRenewal, simulateWarning } from '../domain/cards/simulate-life'
import type { Sandbox } from '../sandbox'
import { simulate } from './simulate'

export function cardSimulator(app: Hono, sandbox: Sandbox): void {
  simulate(app, sandbox, simulateCardExpiry, (ctx, { params }) => simulateExpiry(ctx, params.card_id))
  simulate(app, sandbox, simulateCardAboutToExpire, (ctx, { params }) => simulateWarning(ctx, params.card_id))
  simulate(app, sandbox, simulateCardRenewal, (ctx, { params }) => simulateRenewal(ctx, params.card_id))
}
